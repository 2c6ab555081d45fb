import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface Props {
  version: string;
  onShow(): void;
  onDismiss(): void;
}

/** Says once after an update that there is something new. */
export function Updated({ version, onShow, onDismiss }: Props) {
  return (
    <Notice
      role="status"
      action={
        <>
          <Button onClick={onShow}>{i18n.t('help.show')}</Button>
          <Button look="quiet" onClick={onDismiss}>
            {i18n.t('help.dismiss')}
          </Button>
        </>
      }
    >
      {i18n.t('help.updated', { version })}
    </Notice>
  );
}
