import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

/** Beside a call of a sample account: whose it is, and what to do next. */
export function SampleNote({ onConnect }: { onConnect(): void }) {
  return (
    <Notice action={<Button onClick={onConnect}>{i18n.t('popup.connect')}</Button>}>{i18n.t('welcome.sample')}</Notice>
  );
}
