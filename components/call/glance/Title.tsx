import { ArrowDownLeft, ArrowUpRight, Phone, RefreshCw } from 'lucide';
import { useEffect, useState, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../../lib/call/call';
import { formatLength } from '../../../lib/call/duration';
import { isInbound, otherPartyOf } from '../../../lib/call/otherParty';
import { IconButton } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { formatAge } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { When } from '../../ui/When';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './Title.module.css';

/** The clock, to half a minute: ages on screen grow while they are looked at. */
function useNow(given: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return given ?? now;
}

interface TitleProps {
  call: Call;
  /** The provider's display name; with the connection's label where one provider has several. */
  account: string;
  /** ISO 8601 */
  fetchedAt: string;
  now?: number;
  refreshing: boolean;
  /** Absent for a call that nobody can be asked about. */
  onRefresh?: () => void;
  actions?: ReactNode;
}

/** Who spoke with whom, when, for how long and through which account; which call it is, and how old that knowledge is. */
export function Title({ call, account, fetchedAt, now: given, refreshing, onRefresh, actions }: TitleProps) {
  const now = useNow(given);
  const age = formatAge(Date.parse(fetchedAt), now);
  const { ref, agent, direction, startedAt, duration } = call;
  const party = otherPartyOf(call);
  const arrow = direction === undefined ? Phone : isInbound(direction) ? ArrowDownLeft : ArrowUpRight;
  return (
    <header className={css.title}>
      <div className={css.who}>
        <h2 title={direction}>
          <Icon of={arrow} size={16} name={direction} />{' '}
          {agent?.name || party ? (
            <>
              <bdi>{agent?.name ?? i18n.t('call.speaker.agent')}</bdi>
              {party && (
                <>
                  {' '}
                  <span className={css.aside}>{i18n.t('call.with')}</span> <bdi>{party}</bdi>
                </>
              )}
            </>
          ) : (
            <bdi>{i18n.t('call.title', { id: ref.id })}</bdi>
          )}
        </h2>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
      <div className={css.line}>
        {startedAt && <When value={startedAt} now={now} />}
        {duration !== undefined && <span title={i18n.t('call.seconds', { n: duration })}>{formatLength(call)}</span>}
        <span>
          <bdi>{account}</bdi>
        </span>
        <span className={css.part}>
          <time dateTime={fetchedAt} title={`${i18n.t('call.checked', { age })} (${fetchedAt})`}>
            <span className={hidden.visuallyHidden}>{i18n.t('call.checked', { age })}</span>
            <span aria-hidden>{age}</span>
          </time>
          {onRefresh && (
            <IconButton
              icon={RefreshCw}
              busy={refreshing}
              name={refreshing ? i18n.t('call.refreshing') : i18n.t('call.refresh')}
              onClick={onRefresh}
            />
          )}
        </span>
        <span className={css.part}>
          <code>
            <bdi>{ref.id}</bdi>
          </code>
          <CopyButton text={ref.id} what={i18n.t('call.id')} />
        </span>
      </div>
    </header>
  );
}
