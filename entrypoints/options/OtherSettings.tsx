import { i18n } from '#i18n';
import { DataSection } from '../../components/settings/DataSection';
import { KeyLockSection } from '../../components/settings/KeyLockSection';
import { OwnProviders } from '../../components/settings/OwnProviders';
import { PersonalDataSection } from '../../components/settings/PersonalDataSection';
import { ReadingSection } from '../../components/settings/ReadingSection';
import { SitesSection } from '../../components/settings/SitesSection';
import { LanguageSection } from '../../components/settings/LanguageSection';
import { NoteTemplate } from '../../components/settings/NoteTemplate';
import { Section } from '../../components/ui/Section';
import { Button } from '../../components/ui/Button';
import { useKeyLock } from '../../lib/hooks/useKeyLock';
import { usePolicy } from '../../lib/hooks/usePolicy';
import { useOtherSettings } from '../../lib/hooks/useOtherSettings';
import type { Lockable } from '../../lib/storage/policy';
import { useStorageProblems } from '../../lib/hooks/useStorageProblems';
import { useSiteSettings } from '../../lib/hooks/useSiteSettings';

interface Props {
  onAddSamples(): Promise<void>;
  /** All data were cleared. */
  onCleared(): void;
}

/** What the options page shows below the connections. */
export function OtherSettings({ onAddSamples, onCleared }: Props) {
  const settings = useOtherSettings();
  const { sites, reading } = useSiteSettings();
  const { problems, forget } = useStorageProblems();
  const keyLock = useKeyLock();
  const policy = usePolicy();
  const isLocked = (part: Lockable) => policy.locked.includes(part);
  return (
    <>
      <OwnProviders
        described={settings.described}
        providers={settings.providers}
        locked={isLocked('connections')}
        onAdd={settings.addProvider}
        onRemove={settings.removeProvider}
      />
      {!isLocked('connections') && (
        <Section title={i18n.t('settings.samples')}>
          <p>{i18n.t('settings.samplesHint')}</p>
          <div>
            <Button onClick={() => void onAddSamples()}>{i18n.t('settings.samples')}</Button>
          </div>
        </Section>
      )}
      {sites && <SitesSection {...sites} providerName={settings.providerName} />}
      <ReadingSection {...reading} />
      <LanguageSection chosen={settings.language} onChoose={settings.setLanguage} />
      <PersonalDataSection
        hides={settings.hidesPersonalData}
        forced={policy.hidePersonalData}
        onChange={settings.setHidesPersonalData}
      />
      <Section title={i18n.t('noteTemplate.title')}>
        <NoteTemplate
          template={settings.note}
          locked={isLocked('note')}
          onChange={settings.saveNote}
          onReset={() => settings.saveNote(null)}
        />
      </Section>
      <KeyLockSection {...keyLock} />
      <DataSection
        problems={problems}
        policy={policy}
        onForgetProblems={forget}
        onExport={settings.exportSettings}
        onImport={settings.importSettings}
        onClear={() => settings.clearAll().then(onCleared)}
      />
    </>
  );
}
