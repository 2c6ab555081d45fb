import { Image, Shapes, Table2 } from 'lucide';
import { useContext, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Counted } from '../../lib/call/figures';
import { chartsOf } from '../../lib/call/picture/chartsOf';
import { type Chosen, chosenWith, countCalls, isIn } from '../../lib/call/picture/countCalls';
import { ListToolsContext } from '../lists/ListToolsContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { LockedSign } from '../ui/Locked';
import { Notice } from '../ui/Notice';
import { saveFile } from '../ui/saveFile';
import hidden from '../ui/visuallyHidden.module.css';
import { Chart } from './Chart';
import { ChosenParts, titleOf } from './ChosenParts';
import css from './picture.module.css';
import { PictureTable } from './PictureTable';
import { pictureSvg } from './pictureSvg';
import { pngOf } from './pngOf';
import { Strip } from './StackedBar';

/** What the user chose to see of a set of calls. */
export interface Choice {
  parts: Chosen;
  /** Tells of the calls of a set which ones are in all the chosen parts. */
  among(calls: Counted[]): (call: Counted) => boolean;
}

/** Wide enough that the picture and the list are seen at once. */
const isRoomy = () => innerWidth >= 720;

interface Props {
  /** What the calls are: names the picture. */
  label: string;
  calls: Counted[];
  choice?: Choice;
  onChoose(choice: Choice | undefined): void;
}

/** A set of calls at a glance: a chart of everything that is known of some of them. A press on a part shows its calls alone. */
export function CallPicture({ label, calls, choice, onChoose }: Props) {
  const drawn = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const isLocked = useContext(ListToolsContext)?.forbidden.includes('export') === true;
  const chosen = choice?.parts ?? {};
  const charts = countCalls(chartsOf(calls), calls, chosen);
  const [first] = charts;
  if (!first) return null;
  const choose = (parts: Chosen) =>
    onChoose(Object.keys(parts).length > 0 ? { parts, among: (set) => isIn(chartsOf(set), parts) } : undefined);
  const save = async (as: 'svg' | 'png') => {
    if (!drawn.current) return;
    const svg = pictureSvg(drawn.current, titleOf(label, charts, calls, chosen));
    if (as === 'svg') return saveFile('calls.svg', 'image/svg+xml', svg.text);
    const png = await pngOf(svg).catch(() => undefined);
    setHasFailed(!png);
    if (png) saveFile('calls.png', 'image/png', png);
  };
  return (
    <div className={css.picture}>
      <Disclosure title={i18n.t('picture.title')} open={isRoomy()} beside={<Strip chart={first} />}>
        <div ref={drawn} role="group" aria-label={`${i18n.t('picture.title')}: ${label}`} className={css.charts}>
          {charts.map((chart) => (
            <Chart
              key={chart.by}
              chart={chart}
              chosen={chosen[chart.by]}
              onChoose={(part) => choose(chosenWith(chosen, chart.by, part))}
            />
          ))}
        </div>
        <div className={isTable ? css.table : hidden.visuallyHidden}>
          <PictureTable label={i18n.t('picture.numbers')} charts={charts} />
        </div>
        {hasFailed && (
          <Notice role="alert" tone="negative">
            {i18n.t('picture.failed')}
          </Notice>
        )}
        <div className={css.buttons}>
          <Button look="quiet" icon={Table2} aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {i18n.t('picture.table')}
          </Button>
          {isLocked ? (
            <LockedSign why={i18n.t('policy.cannotExport')} />
          ) : (
            <>
              <Button look="quiet" icon={Shapes} onClick={() => void save('svg')}>
                {i18n.t('picture.svg')}
              </Button>
              <Button look="quiet" icon={Image} onClick={() => void save('png')}>
                {i18n.t('picture.png')}
              </Button>
            </>
          )}
        </div>
      </Disclosure>
      <ChosenParts charts={charts} chosen={chosen} calls={calls} onChoose={choose} />
    </div>
  );
}
