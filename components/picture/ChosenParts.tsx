import { X } from 'lucide';
import { i18n } from '#i18n';
import type { Counted } from '../../lib/call/figures';
import type { Chart, Dimension, Part } from '../../lib/call/picture/chart';
import { type Chosen, chosenWith, isIn } from '../../lib/call/picture/countCalls';
import { Button } from '../ui/Button';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './picture.module.css';
import { chartTitle, partLabel } from './words';

interface Props {
  charts: Chart[];
  chosen: Chosen;
  calls: Counted[];
  onChoose(chosen: Chosen): void;
}

const wordsOf = (charts: Chart[], [by, part]: [Dimension, Part]) => ({
  by: chartTitle(charts.find((each) => each.by === by) ?? { by }),
  part: partLabel(by, part),
});

function countsOf(charts: Chart[], calls: Counted[], chosen: Chosen) {
  const shown = calls.filter(isIn(charts, chosen)).length;
  return { shown, words: i18n.t('picture.some', { shown: formatNumber(shown), all: formatNumber(calls.length) }) };
}

const partsOf = (chosen: Chosen) => Object.entries(chosen) as [Dimension, Part][];

/** A list's name with how many calls it has, and by what it is narrowed: what a picture is called where nothing stands around it. */
export function titleOf(label: string, charts: Chart[], calls: Counted[], chosen: Chosen): string {
  const parts = partsOf(chosen).map((each) => i18n.t('picture.chip', wordsOf(charts, each)));
  const count =
    parts.length > 0
      ? countsOf(charts, calls, chosen).words
      : i18n.t('picture.calls', calls.length, [formatNumber(calls.length)]);
  return [label, count, ...parts].join(' · ');
}

/** What the list below is narrowed to, each with the way back, and how many calls are left. */
export function ChosenParts({ charts, chosen, calls, onChoose }: Props) {
  const parts = partsOf(chosen);
  if (parts.length === 0) return null;
  const { shown, words: counts } = countsOf(charts, calls, chosen);
  return (
    <div className={css.chosen}>
      {parts.map(([by, part]) => {
        const words = wordsOf(charts, [by, part]);
        return (
          <button
            key={by}
            type="button"
            className={css.chip}
            aria-label={i18n.t('picture.remove', words)}
            onClick={() => onChoose(chosenWith(chosen, by, undefined))}
          >
            <bdi>{i18n.t('picture.chip', words)}</bdi>
            <Icon of={X} size={14} />
          </button>
        );
      })}
      <span role="status">{counts}</span>
      {(parts.length > 1 || shown === 0) && (
        <Button look="quiet" onClick={() => onChoose({})}>
          {i18n.t('picture.clear')}
        </Button>
      )}
    </div>
  );
}
