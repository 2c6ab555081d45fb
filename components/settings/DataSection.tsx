import { type ChangeEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { settingsLimits } from '../../lib/call/settingsLimits';
import { asFailure, fail, type Failure } from '../../lib/errors';
import type { Policy } from '../../lib/storage/policy';
import type { StorageProblem } from '../../lib/storage/storageProblems';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import { formatNumber } from '../ui/format';
import { Locked } from '../ui/Locked';
import { Problem } from '../ui/Problem';
import { saveFile } from '../ui/saveFile';
import { StorageProblems } from './StorageProblems';
import { DeleteButton } from './DeleteButton';
import css from './settings.module.css';

interface Props {
  problems: StorageProblem[];
  onForgetProblems(): Promise<void>;
  /** What the user's organization does not allow, and what it keeps from being imported. */
  policy: Pick<Policy, 'locked' | 'forbidden'>;
  onExport(): Promise<string>;
  onImport(text: string): Promise<{ connections: number; sites: number; providers: number }>;
  onClear(): Promise<void>;
}

/** Export and import of the settings, and the end of everything. */
export function DataSection({ problems, policy, onForgetProblems, onExport, onImport, onClear }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState('');
  const canExport = !policy.forbidden.includes('export');

  const attempt = async (work: () => Promise<string>) => {
    setFailure(undefined);
    setDone('');
    await work().then(setDone, (error: unknown) => setFailure(asFailure(error)));
  };
  const exportSettings = () =>
    attempt(async () => {
      saveFile('call-log-inspector-settings.json', 'application/json', await onExport());
      return '';
    });
  const importSettings = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    void attempt(async () => {
      if (chosen.size > settingsLimits.bytes) fail('import-too-large');
      const { connections, sites, providers } = await onImport(await chosen.text());
      input.value = '';
      const told = [
        connections > 0 && i18n.t('settings.imported', connections, [formatNumber(connections)]),
        sites > 0 && i18n.t('settings.importedSites', sites, [formatNumber(sites)]),
        providers > 0 && i18n.t('settings.importedProviders', providers, [formatNumber(providers)]),
      ].filter(Boolean);
      return told.join(' ') || i18n.t('settings.importedNone');
    });
  };
  const forgetProblems = async () => {
    await onForgetProblems();
    return i18n.t('storageProblems.forgotten');
  };
  const clear = () =>
    attempt(async () => {
      await onClear();
      return i18n.t('settings.cleared');
    });

  return (
    <Section title={i18n.t('settings.data')}>
      <StorageProblems problems={problems} canSave={canExport} onForget={() => void attempt(forgetProblems)} />
      {canExport && <p className={css.hint}>{i18n.t('settings.dataHint')}</p>}
      <div className={css.buttons}>
        {canExport && <Button onClick={() => void exportSettings()}>{i18n.t('settings.export')}</Button>}
        <Button onClick={() => file.current?.click()}>{i18n.t('settings.import')}</Button>
        <DeleteButton
          text={i18n.t('settings.clear')}
          title={i18n.t('settings.clear')}
          question={i18n.t('settings.clearQuestion')}
          yes={i18n.t('settings.clearYes')}
          onDelete={() => void clear()}
        />
      </div>
      {!canExport && <Locked>{i18n.t('policy.cannotExport')}</Locked>}
      {policy.locked.length > 0 && <Locked>{i18n.t('policy.importsOthers')}</Locked>}
      <p>
        <a href="/call.html">{i18n.t('takeAway.open')}</a>
      </p>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('settings.import')}
        onChange={importSettings}
      />
      {failure && <Problem failure={failure} onNext={() => file.current?.click()} />}
      <p role="status">{done}</p>
    </Section>
  );
}
