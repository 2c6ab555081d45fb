import { RefreshCw } from 'lucide';
import { useEffect, useState, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import { isStated } from '../../lib/call/statusWords';
import { IconButton } from '../ui/Button';
import { FlagBadge, SentimentBadge, StatusBadge } from '../ui/CallBadges';
import { CopyButton } from '../ui/CopyButton';
import { formatAge } from '../ui/format';
import css from './CallHeader.module.css';

/** The clock, to half a minute: ages on screen grow while they are looked at. */
function useNow(given: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return given ?? now;
}

interface CallHeaderProps {
  call: Call;
  fetchedAt: string;
  now?: number;
  refreshing: boolean;
  /** Absent for a call that nobody can be asked about. */
  onRefresh?: () => void;
  actions?: ReactNode;
  /** What can be done with the call, below the rest. */
  tools?: ReactNode;
}

/** Which call this is, how it went in two words, and how old that knowledge is. */
export function CallHeader({ call, fetchedAt, now, refreshing, onRefresh, actions, tools }: CallHeaderProps) {
  const { ref, status, sentiment, flags } = call;
  const age = formatAge(Date.parse(fetchedAt), useNow(now));
  return (
    <header className={css.header}>
      <div className={css.title}>
        <h2>
          <bdi>{i18n.t('call.title', { id: ref.id })}</bdi>
        </h2>
        <CopyButton text={ref.id} what={i18n.t('call.id')} />
      </div>
      <div className={css.badges}>
        {status && <StatusBadge status={status} />}
        {sentiment && isStated(sentiment) && <SentimentBadge sentiment={sentiment} />}
        {flags.map((flag) => (
          <FlagBadge key={flag} flag={flag} />
        ))}
      </div>
      <div className={css.state}>
        <div className={css.age}>
          <time dateTime={fetchedAt} title={fetchedAt}>
            {i18n.t('call.checked', { age })}
          </time>
          {onRefresh && (
            <IconButton
              icon={RefreshCw}
              busy={refreshing}
              name={refreshing ? i18n.t('call.refreshing') : i18n.t('call.refresh')}
              onClick={onRefresh}
            />
          )}
        </div>
        {actions}
      </div>
      {tools && <div className={css.tools}>{tools}</div>}
    </header>
  );
}
