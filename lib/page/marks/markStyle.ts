import type { CallSummary } from '../../call/call';
import { sentimentTones, statusTones, type Tone } from '../../call/tone';

/** How a call is marked, by what happened on it and how it felt; `ask` is an ID nobody was asked about yet, `here` where a search led. */
export type MarkStyle = 'positive' | 'neutral' | 'negative' | 'unreached' | 'failed' | 'running' | 'ask' | 'here';

/** A tone of a status that says more of a call than how it felt. */
const byTone: Partial<Record<Tone, MarkStyle>> = { accent: 'running', warning: 'unreached', negative: 'failed' };

export const markStyleOf = ({ status, sentiment }: CallSummary): MarkStyle =>
  (status && byTone[statusTones[status.kind]]) ?? (sentiment ? sentimentTones[sentiment.kind] : 'neutral');

/** Mid-tones: at least 3 to 1 against white and against near-black, because a mark does not know the page behind it. */
export const colors: Record<MarkStyle, string> = {
  positive: '#1f9254',
  neutral: '#4a7fe8',
  negative: '#de4a3f',
  unreached: '#b9770e',
  failed: '#de4a3f',
  running: '#9168ea',
  ask: '#858d9b',
  here: '#e08a00',
};

/** The colour of a tone, where it stands beside its word. */
export const colorOf = (tone: Tone): string => colors[byTone[tone] ?? (tone === 'positive' ? tone : 'neutral')];

/** The line says the state without its colour. */
const lines: Record<MarkStyle, string> = {
  positive: 'solid 2px',
  neutral: 'solid 1px',
  negative: 'wavy 1.5px',
  unreached: 'dotted 2px',
  failed: 'double 1px',
  running: 'dashed 2px',
  ask: 'dotted 1px',
  here: 'solid 3px',
};

const tints: Partial<Record<MarkStyle, number>> = { ask: 0, here: 45 };

const styles = Object.keys(colors) as MarkStyle[];

/** A highlight's name is the page's to read: it does not say how a call went. */
export const nameOf = (style: MarkStyle) => `call-log-inspector-${styles.indexOf(style)}`;

/** Whether a highlight's style is inherited, also into shadow roots: not in Firefox, which alone knows this property. */
export const inheritsMarks = () => !CSS.supports('-moz-orient', 'inline');

/**
 * The rules that paint the marks. `::highlight()` takes colours and lines only. In forced colours the lines alone would remain, but
 * Chromium paints every highlight in the system's own highlight colours then, whatever a rule says. Where styles are inherited a rule
 * for `:root` does, and spares the browser one for each element.
 */
export const markRules = (scope: ':root' | '') =>
  styles
    .map((style) => {
      const name = `${scope}::highlight(${nameOf(style)})`;
      const tint = `color-mix(in srgb,${colors[style]} ${tints[style] ?? 14}%,transparent)`;
      return `${name}{text-decoration:underline ${lines[style]} ${colors[style]};text-underline-offset:3px;background-color:${tint}}
@media (forced-colors:active){${name}{text-decoration-color:LinkText;background-color:transparent}}`;
    })
    .join('');
