import { i18n } from '#i18n';
import { ExportedCall } from '../../components/call/ExportedCall';
import { OpenFile } from '../../components/compare/OpenFile';
import { Notice } from '../../components/ui/Notice';
import { useExportedCall } from '../../lib/hooks/useExportedCall';

/** A page without a call: one that was exported can be opened in it. */
export function NoCall() {
  const { opened, refused, open, close } = useExportedCall();
  if (opened) return <ExportedCall {...opened} onClose={close} />;
  return (
    <>
      {location.hash.length > 1 && <Notice>{i18n.t('page.linkInvalid')}</Notice>}
      <OpenFile refused={refused} onFile={(file) => void open(file)} />
    </>
  );
}
