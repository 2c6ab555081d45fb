import { i18n } from '#i18n';
import type { CallSummary, Timestamp } from '../../call/call';
import { formatLength } from '../../call/duration';
import { isInbound } from '../../call/otherParty';
import { flagsBeside, flagWord, isStated, sentimentWord, statusWord } from '../../call/statusWords';
import { sentimentTones, statusTones, type Tone } from '../../call/tone';
import { formatWhen } from '../../call/when';
import { colorOf } from './markStyle';
import { element } from './ownHost';

/** Arrows of 16 by 16: to the agent, and from it. */
const arrows = { in: 'M12 4 4 12M4 5v7h7', out: 'M4 12 12 4M5 4h7v7' };

/** What the card says of a call at a glance, in the order of the call view: who, when and how long, how it went, what happened, what needs a look. */
export function callGlance(call: CallSummary, id: HTMLElement, provider: string): HTMLElement[] {
  const { status, sentiment, direction, agent, startedAt, summary, concerns } = call;
  const who = element('span', 'who', agent?.name ?? provider);
  const facts = [
    startedAt && when(startedAt),
    formatLength(call)?.replaceAll(' ', '\u00a0'),
    agent?.name && provider,
  ].filter((fact): fact is string | HTMLElement => Boolean(fact));
  const badges = [
    status && badge(statusWord(status), statusTones[status.kind]),
    sentiment && isStated(sentiment) && badge(sentimentWord(sentiment), sentimentTones[sentiment.kind]),
    ...flagsBeside(call).map((flag) => badge(flagWord(flag), 'neutral')),
  ].filter((each) => typeof each === 'object');
  return [
    element('div', 'top', ...(direction ? [arrow(direction)] : []), who, id),
    ...(facts.length > 0
      ? [element('p', 'facts', ...facts.flatMap((fact, at) => (at > 0 ? [' · ', fact] : [fact])))]
      : []),
    ...(badges.length > 0 ? [element('p', 'badges', ...badges)] : []),
    ...(summary ? [element('p', '', summary)] : []),
    ...(concerns ? [element('p', 'look', i18n.t('card.look', concerns))] : []),
  ];
}

/** A word with a dot in the colour of its tone: the colour never stands alone. */
function badge(word: string, tone: Tone): HTMLElement {
  const dot = element('i', 'dot');
  dot.style.color = colorOf(tone);
  return element('span', 'badge', dot, word);
}

/** Which way a call went, as the provider says it. */
function arrow(direction: string): SVGElement {
  const svg = 'http://www.w3.org/2000/svg';
  const drawn = document.createElementNS(svg, 'svg');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.role = 'img';
  drawn.ariaLabel = direction;
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', arrows[isInbound(direction) ? 'in' : 'out']);
  drawn.append(path);
  return drawn;
}

/** Short; the exact moment, or that its zone is not stated, in the tooltip. */
function when(at: Timestamp): HTMLElement {
  const short = formatWhen(at);
  const time = element('span', '', at.iso ? short : `${short} (${i18n.t('call.zone')})`);
  time.title = at.iso ? at.text : i18n.t('call.noZoneHint');
  return time;
}
