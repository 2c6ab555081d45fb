import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { Failure } from '../../lib/errors';
import type { CallPage } from '../../lib/call/callList';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Waiting } from '../../lib/call/waiting';
import type { Reviews } from '../../lib/hooks/useReviews';
import type { Connection } from '../../lib/call/connection';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import type { NextStep } from '../../lib/ui/takeStep';
import { formatNumber } from '../ui/format';
import { Problem } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { PicturedCalls } from '../picture/PicturedCalls';
import { CallList } from './CallList';
import { FilterForm } from './FilterForm';
import css from './LatestCalls.module.css';
import { SaveCalls } from './SaveCalls';

interface Props {
  connections: Connection[];
  providers: ProviderInfo[];
  reviews: Reviews;
  latest: {
    connection?: string;
    /** What is filtered by, by the vendor's own names. */
    filters: Record<string, string>;
    page?: CallPage;
    failure?: Failure;
    loading: boolean;
    waiting?: Waiting;
    choose(connection: string): void;
    filter(filters: Record<string, string>): void;
    /** The ways to the pages before and after this one. */
    newer?: () => void;
    older?: () => void;
    retry(): void;
    stop(): void;
  };
  onOpen(ref: CallRef, among: CallRef[]): void;
  onNext(step: NextStep, failure: Failure, retry: () => void): void;
}

/** A connection's newest calls, as its provider lists them, a page at a time. */
export function LatestCalls({ connections, providers, reviews, latest, onOpen, onNext }: Props) {
  const { page, failure, filters } = latest;
  const connection = connections.find(({ id }) => id === latest.connection);
  const info = providers.find(({ id }) => id === connection?.provider);
  const provider = info?.name ?? connection?.provider ?? '';
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Section
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
      {info && info.filters.length > 0 && (
        <FilterForm key={latest.connection} filters={info.filters} chosen={filters} onChoose={latest.filter} />
      )}
      {failure && (
        <Problem
          failure={failure}
          context={{ provider, connection: connection?.label }}
          onNext={(step) => onNext(step, failure, latest.retry)}
        />
      )}
      {!page && !failure && <Skeleton waitingFor={provider} waiting={latest.waiting} onStop={latest.stop} />}
      {page && (
        <>
          <PicturedCalls key={latest.connection} label={i18n.t('lists.latest')} of={page.calls} callOf={(call) => call}>
            {(shown) => (
              <CallList
                label={i18n.t('lists.latest')}
                calls={shown}
                empty={i18n.t(isFiltered ? 'filters.none' : 'lists.latestEmpty')}
                reviews={reviews}
                onOpen={onOpen}
              />
            )}
          </PicturedCalls>
          <nav className={css.turn} aria-label={i18n.t('lists.pages')}>
            {latest.newer && <Button onClick={latest.newer}>{i18n.t('lists.newer')}</Button>}
            {page.total !== undefined && <span>{i18n.t('lists.count', page.total, [formatNumber(page.total)])}</span>}
            {latest.older && (
              <Button busy={latest.loading} onClick={latest.older}>
                {i18n.t('lists.older')}
              </Button>
            )}
            {page.calls.length > 0 && <SaveCalls calls={page.calls} />}
          </nav>
        </>
      )}
    </Section>
  );
}
