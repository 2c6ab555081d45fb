import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { CallView } from './CallView';

interface Props {
  call: Call;
  /** The file's name, and when it was last changed: ISO 8601. */
  name: string;
  at: string;
  onClose(): void;
}

/** A call read from a file, which nobody can be asked about. */
export function ExportedCall({ call, name, at, onClose }: Props) {
  return (
    <>
      <Notice action={<Button onClick={onClose}>{i18n.t('takeAway.close')}</Button>}>
        {i18n.t('takeAway.fromFileHint', { name })}
      </Notice>
      <CallView
        call={call}
        provider={call.ref.provider}
        connection={i18n.t('takeAway.fromFile')}
        fetchedAt={at}
        failures={[]}
        refreshing={false}
      />
    </>
  );
}
