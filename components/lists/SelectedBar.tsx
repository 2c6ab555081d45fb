import { Lock, X } from 'lucide';
import { useContext, useState } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import type { ExportFormat } from '../../lib/export';
import { Button, IconButton } from '../ui/Button';
import { formatNumber } from '../ui/format';
import { Menu } from '../ui/Menu';
import { Notice } from '../ui/Notice';
import { ListToolsContext } from './ListToolsContext';
import type { ShownCall } from './RowParts';
import css from './SelectedBar.module.css';
import { takeCalls } from './takeCalls';
import { copyNotes, formatsOfSeveral, saveAll, saveTable } from './takeSelected';

export interface SelectedProps {
  calls: ShownCall[];
  onClear(): void;
}

/** What became of the last wish: under way, done, or not, in words. */
type Outcome = { said: string; look: 'busy' | 'done' | 'failed' };

/** How many calls of a list are selected, and what can be done with them: copy their IDs or notes, save them as files. */
export function SelectedBar({ calls, onClear }: SelectedProps) {
  const tools = useContext(ListToolsContext);
  const [outcome, setOutcome] = useState<Outcome>();
  const [formats, setFormats] = useState<ExportFormat[]>([]);
  const isLocked = tools?.forbidden.includes('export') === true;
  const busy = outcome?.look === 'busy';

  const attempt = (work: Promise<string>) =>
    void work.then(
      (said) => setOutcome({ said, look: 'done' }),
      () => setOutcome({ said: i18n.t('lists.notTaken'), look: 'failed' }),
    );
  /** Reads the calls, saying how far that is. `use` gets them as a promise: see `copyNotes`. */
  const take = async (use: (whole: Promise<Call[]>) => Promise<void>, done: string): Promise<string> => {
    if (!tools) return done;
    const total = formatNumber(calls.length);
    const tell = (n: number) =>
      setOutcome({ said: i18n.t('lists.reading', { n: formatNumber(n), total }), look: 'busy' });
    tell(0);
    const taken = takeCalls(
      calls.map(({ ref }) => ref),
      tools,
      tell,
    );
    await use(taken.then((each) => each.calls));
    const { missing } = await taken;
    return missing > 0 ? `${done} ${i18n.t('lists.missing', missing, [formatNumber(missing)])}` : done;
  };
  const ids = async () => {
    await navigator.clipboard.writeText(calls.map(({ ref }) => ref.id).join('\n'));
    return i18n.t('ui.copied');
  };
  return (
    <div className={css.bar} role="group" aria-label={i18n.t('lists.selectedCalls')}>
      <output className={css.count}>{i18n.t('lists.selected', calls.length, [formatNumber(calls.length)])}</output>
      <Button onClick={() => attempt(ids())}>{i18n.t('lists.copyIds')}</Button>
      {tools && (
        <>
          <Button busy={busy} onClick={() => attempt(take((whole) => copyNotes(whole, tools), i18n.t('ui.copied')))}>
            {i18n.t('lists.copyNotes')}
          </Button>
          <Menu
            label={i18n.t('takeAway.export')}
            onOpen={() => void formatsOfSeveral().then(setFormats)}
            icon={isLocked ? Lock : undefined}
            locked={isLocked ? i18n.t('policy.cannotExport') : undefined}
            items={
              isLocked
                ? []
                : [
                    {
                      label: i18n.t('lists.table'),
                      onChoose: () => attempt(saveTable(calls, tools).then(() => i18n.t('lists.saved'))),
                    },
                    ...formats.map((format) => ({
                      label: format.label(),
                      onChoose: () =>
                        attempt(take(async (whole) => saveAll(await whole, format, tools), i18n.t('lists.saved'))),
                    })),
                  ]
            }
          />
        </>
      )}
      <IconButton icon={X} name={i18n.t('lists.unselect')} onClick={onClear} />
      {outcome?.look === 'failed' ? (
        <Notice role="alert" tone="negative">
          {outcome.said}
        </Notice>
      ) : (
        <output className={css.said}>{outcome?.said}</output>
      )}
    </div>
  );
}
