import { i18n } from '#i18n';
import type { StorageProblem } from '../../lib/storage/storageProblems';
import { Button } from '../ui/Button';
import { formatWhen } from '../../lib/call/when';
import { Notice } from '../ui/Notice';
import { saveFile } from '../ui/saveFile';
import css from './settings.module.css';

interface Props {
  problems: StorageProblem[];
  canSave: boolean;
  onForget(): void;
}

const words: Record<string, () => string> = {
  connections: () => i18n.t('storageProblems.items.connections'),
  sites: () => i18n.t('storageProblems.items.sites'),
  askOnPoint: () => i18n.t('storageProblems.items.askOnPoint'),
  visits: () => i18n.t('storageProblems.items.visits'),
  reviews: () => i18n.t('storageProblems.items.reviews'),
  language: () => i18n.t('language.title'),
  note: () => i18n.t('storageProblems.items.note'),
  singleKeys: () => i18n.t('storageProblems.items.singleKeys'),
};

function sentenceOf({ area, item, at }: StorageProblem): string {
  const what = (area === 'local' && words[item]?.()) || i18n.t('storageProblems.items.session');
  if (!at) return i18n.t('storageProblems.newer', { what });
  return i18n.t('storageProblems.found', { what, time: formatWhen({ text: at, iso: at }) });
}

/** Says which stored data could not be read, and offers to save a copy of it and to forget it. Nothing where all could be read. */
export function StorageProblems({ problems, canSave, onForget }: Props) {
  if (problems.length === 0) return null;
  const save = () =>
    saveFile(
      'call-log-inspector-unreadable.json',
      'application/json',
      JSON.stringify({ product: 'call-log-inspector', unreadable: problems }, null, 2),
    );
  return (
    <Notice tone="warning">
      <p>{i18n.t('storageProblems.intro')}</p>
      <ul aria-label={i18n.t('storageProblems.title')}>
        {[...new Set(problems.map(sentenceOf))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={css.buttons}>
        {canSave && <Button onClick={save}>{i18n.t('storageProblems.save')}</Button>}
        <Button onClick={onForget}>{i18n.t('storageProblems.forget')}</Button>
      </div>
    </Notice>
  );
}
