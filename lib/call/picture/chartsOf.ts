import { i18n } from '#i18n';
import type { Counted } from '../figures';
import { sentimentKinds, statusKinds } from '../kinds';
import { isStated, sentimentWord, statusWord } from '../statusWords';
import { sentimentTones, statusTones } from '../tone';
import { wordKey } from '../vendorWords';
import { byDay } from './byDay';
import { byNumber } from './byNumber';
import { byWord } from './byWord';
import type { Chart, Part } from './chart';

/** Where bands begin: seconds of a call (0 is a call that reached nobody), seconds of a reply, US dollars. */
const borders = {
  duration: [0, 1, 15, 30, 60, 120, 300, 600, 1200, 3600],
  replyTime: [0, 0.5, 1, 1.5, 2, 3, 5, 10],
  cost: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100],
};

/** Vendor's words that are none of our kinds are told apart by their spelling. */
const keyOfKind = ({ kind, raw }: { kind: string; raw: string }) =>
  kind === 'unknown' ? `unknown ${wordKey(raw)}` : kind;

const statusPart = ({ status }: Counted): Part | undefined =>
  status && { key: keyOfKind(status), word: statusWord(status), tone: statusTones[status.kind] };

const sentimentPart = ({ sentiment }: Counted): Part | undefined =>
  sentiment && isStated(sentiment)
    ? { key: keyOfKind(sentiment), word: sentimentWord(sentiment), tone: sentimentTones[sentiment.kind] }
    : undefined;

const endingPart = ({ ending }: Counted): Part | undefined =>
  ending ? { key: wordKey(ending), word: ending } : undefined;

/** What a set of calls can be divided by: a chart each, without those that none of the calls says anything about. */
export function chartsOf(calls: Counted[]): Chart[] {
  const rest = () => i18n.t('picture.rest');
  return [
    byWord('status', calls, statusPart, { order: statusKinds, most: 10, rest }),
    byWord('sentiment', calls, sentimentPart, { order: sentimentKinds, most: 6, rest }),
    byWord('ending', calls, endingPart, { most: 7, rest }),
    byNumber('duration', calls, ({ duration }) => duration, borders.duration),
    byNumber('replyTime', calls, ({ replyTime }) => replyTime, borders.replyTime),
    byNumber('cost', calls, ({ cost }) => cost, borders.cost),
    byDay(calls),
  ].filter(({ parts }) => parts.length > 0);
}
