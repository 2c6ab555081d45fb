import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import { formatLength } from '../../lib/call/duration';
import { meaningIn } from '../../lib/call/vendorWords';
import { SentimentBadge, StatusBadge } from '../ui/CallBadges';
import { Disclosure } from '../ui/Disclosure';
import { formatTime } from '../ui/format';
import { When } from '../ui/When';
import css from './Details.module.css';
import { Text } from './values/Value';

const text = (value: string | undefined) => value && <Text>{value}</Text>;

function Agent({ agent: { id, name, deleted } }: { agent: NonNullable<Call['agent']> }) {
  return (
    <>
      {text(name)} {id && <code className={css.id}>{id}</code>}
      {deleted && <span className={css.aside}> ({i18n.t('call.deletedAgent')})</span>}
    </>
  );
}

interface RowProps {
  term: string;
  /** What the provider's word means, in a sentence. */
  meaning?: string;
  children: ReactNode;
}

function Row({ term, meaning, children }: RowProps) {
  return (
    children && (
      <div>
        <dt>{term}</dt>
        <dd>{children}</dd>
        {meaning && <dd className={css.meaning}>{meaning}</dd>}
      </div>
    )
  );
}

interface DetailsProps {
  call: Call;
  provider: string;
  connection: string;
}

/** What a call is, term by term, in the order people ask for it: folded, as all of it that matters at once is told above. */
export function Details({ call, provider, connection }: DetailsProps) {
  const { status, sentiment, sentimentReason, agent, startedAt, duration, endReason, endedBy } = call;
  return (
    <Disclosure title={i18n.t('call.details')} open={false} always>
      <dl className={css.details}>
        <Row term={i18n.t('call.term.provider')}>{text(provider)}</Row>
        <Row term={i18n.t('call.term.connection')}>{text(connection)}</Row>
        <Row term={i18n.t('call.term.status')} meaning={meaningIn(call, 'status')}>
          {status && <StatusBadge status={status} />}
        </Row>
        <Row term={i18n.t('call.term.sentiment')} meaning={meaningIn(call, 'sentiment')}>
          {sentiment && (
            <>
              <SentimentBadge sentiment={sentiment} /> {text(sentimentReason)}
            </>
          )}
        </Row>
        <Row term={i18n.t('call.term.direction')}>{text(call.direction)}</Row>
        <Row term={i18n.t('call.term.agent')}>{agent && <Agent agent={agent} />}</Row>
        <Row term={i18n.t('call.term.from')}>{text(call.from)}</Row>
        <Row term={i18n.t('call.term.to')}>{text(call.to)}</Row>
        <Row term={i18n.t('call.term.started')}>
          {startedAt && (
            <>
              <When value={startedAt} />
              {startedAt.iso && <span className={css.aside}> {formatTime(startedAt)}</span>}
            </>
          )}
        </Row>
        <Row term={i18n.t('call.term.duration')}>
          {duration !== undefined && <bdi title={i18n.t('call.seconds', { n: duration })}>{formatLength(call)}</bdi>}
        </Row>
        <Row term={i18n.t('call.term.endReason')} meaning={meaningIn(call, 'endReason')}>
          {text(endReason)}
        </Row>
        <Row term={i18n.t('call.term.endedBy')} meaning={meaningIn(call, 'endedBy')}>
          {text(endedBy)}
        </Row>
        <Row term={i18n.t('call.term.channel')}>{text(call.channel)}</Row>
        <Row term={i18n.t('call.term.customer')}>{text(call.customerName)}</Row>
        <Row term={i18n.t('call.term.contactId')}>{text(call.contactId)}</Row>
      </dl>
    </Disclosure>
  );
}
