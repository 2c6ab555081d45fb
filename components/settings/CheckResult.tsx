import { CircleCheck } from 'lucide';
import { i18n } from '#i18n';
import type { KeyAccess } from '../../lib/call/keyAccess';
import type { Check } from '../../lib/hooks/useSettingsPage';
import { nextStep } from '../ui/describe';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Problem } from '../ui/Problem';
import { KeyAccessTable } from './KeyAccessTable';
import css from './settings.module.css';

interface Props {
  check: Exclude<Check, 'running'>;
  provider: string;
  label: string;
  /** The company's gateway was asked, with a token. */
  isGateway: boolean;
  onRetry(): void;
  /** Absent where nothing can be changed about the connection. */
  onEdit?: () => void;
  onGrant(host: string): void;
  onReadAccess(): Promise<KeyAccess[]>;
}

/** Says whose account the key is, or why it does not work and what to do. */
export function CheckResult({ check, provider, label, isGateway, onRetry, onEdit, onGrant, onReadAccess }: Props) {
  if ('failure' in check) {
    const { failure } = check;
    return (
      <Problem
        failure={failure}
        context={{ provider, connection: label }}
        onNext={
          onEdit || ['grant', 'retry', 'unlock'].includes(nextStep(failure.code))
            ? (step) => {
                if (step === 'grant' && failure.host) onGrant(failure.host);
                else if (step === 'retry' || step === 'unlock') onRetry();
                else onEdit?.();
              }
            : undefined
        }
      />
    );
  }
  const { calls, name } = check.account;
  return (
    <div className={css.checked}>
      <p className={css.works} role="status">
        <Icon of={CircleCheck} />
        {i18n.t(isGateway ? 'gateway.works' : 'settings.works', { provider })}
        {name && ` ${i18n.t('settings.account', { name })}`}
        {calls !== undefined && ` ${i18n.t('settings.calls', calls, [formatNumber(calls)])}`}
      </p>
      <KeyAccessTable names={{ provider, connection: label }} isGateway={isGateway} onRead={onReadAccess} />
    </div>
  );
}
