import { i18n, perLanguage } from '#i18n';
import { formatDuration } from '../../lib/call/duration';
import type { Chart, Dimension, Part } from '../../lib/call/picture/chart';
import { formatCost, formatLatency } from '../ui/format';

const oneDay = 86_400_000;
const dates = perLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }));
const shortDates = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
);

const narrow = (unit: string) =>
  perLanguage((tag) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'narrow' }));
const [seconds, minutes, hours] = [narrow('second'), narrow('minute'), narrow('hour')];

/** `45` → "45s", `120` → "2m". */
function shortDuration(value: number): string {
  if (value < 60) return seconds().format(value);
  return value < 3600 ? minutes().format(value / 60) : hours().format(value / 3600);
}

type Format = (value: number) => string;

const formats: Partial<Record<Dimension, Format>> = {
  duration: formatDuration,
  replyTime: formatLatency,
  cost: formatCost,
};

/** A number of a dimension, in its unit. */
export const numberIn = (by: Dimension, value: number): string => formats[by]?.(value) ?? String(value);

const ticks: Partial<Record<Dimension, Format>> = {
  duration: shortDuration,
  replyTime: formatLatency,
  cost: formatCost,
  day: (value) => shortDates().format(value),
};

/** The same as short as it goes, to stand below a column. */
export const tickOf = (by: Dimension, value: number): string => ticks[by]?.(value) ?? '';

export const chartTitle = ({ by, unit }: Pick<Chart, 'by' | 'unit'>): string => i18n.t(`picture.by.${unit ?? by}`);

/** What the calls of a part have in common: their word, or from which number to which. */
export function partLabel(by: Dimension, { word, from = 0, to }: Part): string {
  if (word !== undefined) return word;
  if (by === 'day') return dates().formatRange(from, (to ?? from) - oneDay);
  const [low, high] = [numberIn(by, from), to === undefined ? '' : numberIn(by, to)];
  if (to === undefined) return i18n.t('picture.from', { from: low });
  if (from > 0) return i18n.t('picture.between', { from: low, to: high });
  // The shortest calls are those that reached nobody.
  return by === 'duration' ? low : i18n.t('picture.below', { to: high });
}
