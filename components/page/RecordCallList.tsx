import { i18n, listOf } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { Failure } from '../../lib/errors';
import type { ListedCall, Searched } from '../../lib/call/callList';
import type { RecordCalls } from '../../lib/hooks/useRecordCalls';
import { CallList } from '../lists/CallList';
import { PicturedCalls } from '../picture/PicturedCalls';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import type { NextStep } from '../../lib/ui/takeStep';
import { formatNumber } from '../ui/format';
import { Problem } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import css from './page.module.css';

interface Props {
  record: RecordCalls;
  providerName(id: string): string;
  onOpen(ref: CallRef): void;
  onNext(step: NextStep, failure: Failure, retry: () => void): void;
}

/** The calls with the contact of the record on screen, with by what each account was searched. */
export function RecordCallList({ record, providerName, onOpen, onNext }: Props) {
  const { found, failure } = record;
  if (!record.canSearch) return null;
  const calls = found ? newestFirst(found) : [];
  const asked = found?.filter((each) => each.searched) ?? [];
  return (
    <Section title={i18n.t('record.title')}>
      {!record.searching && (
        <div className={css.buttons}>
          <Button onClick={record.search}>{i18n.t('record.search')}</Button>
        </div>
      )}
      {failure && <Problem failure={failure} onNext={(step) => onNext(step, failure, record.retry)} />}
      {record.searching && !found && !failure && (
        <Skeleton waitingFor={i18n.t('lookup.everyone')} waiting={record.waiting} onStop={record.stop} />
      )}
      {found?.map(
        (each) =>
          each.failure && (
            <Problem
              key={each.connection}
              failure={each.failure}
              context={{ provider: providerName(each.provider), connection: each.label }}
              onNext={(step) => each.failure && onNext(step, each.failure, record.retry)}
            />
          ),
      )}
      {found && (calls.length > 0 || asked.length > 0) && (
        <PicturedCalls label={i18n.t('record.title')} of={calls} callOf={(call) => call}>
          {(shown) => (
            <CallList label={i18n.t('record.title')} calls={shown} empty={i18n.t('record.none')} onOpen={onOpen} />
          )}
        </PicturedCalls>
      )}
      {found && asked.length === 0 && <p className={css.quiet}>{i18n.t('record.notSearched')}</p>}
      {asked.map(({ connection, label, searched }) => (
        <p key={connection} className={css.quiet}>
          {searched && i18n.t('record.searched', { label, how: how(searched) })}
        </p>
      ))}
    </Section>
  );
}

/** The calls of all connections in one order, where each tells when it began in a known zone. */
function newestFirst(found: { calls: ListedCall[] }[]): ListedCall[] {
  const all = found.flatMap((each) => each.calls);
  if (found.length < 2 || all.some(({ startedAt }) => !startedAt?.iso)) return all;
  return all.sort((a, b) => (b.startedAt?.iso ?? '').localeCompare(a.startedAt?.iso ?? ''));
}

function how({ by, values, among, newest }: Searched): string {
  const field =
    by === 'contactId' ? i18n.t('record.byContactId') : i18n.t('record.byPhone', { phones: listOf(values) });
  if (among === 0) return `${field}, ${i18n.t('record.noNumbers')}`;
  if (newest !== undefined) return `${field}, ${i18n.t('record.newest', { n: formatNumber(newest) })}`;
  return among === undefined ? field : `${field} ${i18n.t('record.among', { n: formatNumber(among) })}`;
}
