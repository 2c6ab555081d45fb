import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call';
import type { Failure } from '../../lib/errors';
import type { CallPage } from '../../lib/messages';
import type { Connection } from '../../lib/settings';
import { Part } from '../shell/Shell';
import { Button } from '../ui/Button';
import type { NextStep } from '../ui/describe';
import { formatNumber } from '../ui/format';
import { Problem } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { CallList } from './CallList';
import css from './LatestCalls.module.css';

interface Props {
  connections: Connection[];
  providerName(id: string): string;
  latest: {
    connection?: string;
    page?: CallPage;
    number: number;
    failure?: Failure;
    loading: boolean;
    choose(connection: string): void;
    turn(page: number): void;
    retry(): void;
  };
  onOpen(ref: CallRef): void;
  onNext(step: NextStep, failure: Failure, retry: () => void): void;
}

/** A connection's newest calls, as its provider lists them, a page at a time. */
export function LatestCalls({ connections, providerName, latest, onOpen, onNext }: Props) {
  const { page, failure, number } = latest;
  const connection = connections.find(({ id }) => id === latest.connection);
  const provider = providerName(connection?.provider ?? '');
  return (
    <Part
      title={i18n.t('lists.latest')}
      actions={
        <select
          className={css.choose}
          aria-label={i18n.t('lists.connection')}
          value={latest.connection}
          onChange={(event) => latest.choose(event.target.value)}
        >
          {connections.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      }
    >
      {failure && (
        <Problem
          failure={failure}
          context={{ provider, connection: connection?.label }}
          onNext={(step) => onNext(step, failure, latest.retry)}
        />
      )}
      {!page && !failure && <Skeleton waitingFor={provider} />}
      {page && (
        <>
          <CallList
            label={i18n.t('lists.latest')}
            calls={page.calls}
            empty={i18n.t('lists.latestEmpty')}
            onOpen={onOpen}
          />
          <nav className={css.turn} aria-label={i18n.t('lists.pages')}>
            {number > 1 && <Button onClick={() => latest.turn(number - 1)}>{i18n.t('lists.newer')}</Button>}
            {page.total !== undefined && <span>{i18n.t('lists.count', page.total, [formatNumber(page.total)])}</span>}
            {page.next && (
              <Button busy={latest.loading} onClick={() => page.next && latest.turn(page.next)}>
                {i18n.t('lists.older')}
              </Button>
            )}
          </nav>
        </>
      )}
    </Part>
  );
}
