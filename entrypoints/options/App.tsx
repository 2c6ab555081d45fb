import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { ConnectionForm } from '../../components/settings/ConnectionForm';
import { ConnectionList } from '../../components/settings/ConnectionList';
<<<<<<< HEAD
import { DataSection } from '../../components/settings/DataSection';
import { KeyLockSection } from '../../components/settings/KeyLockSection';
import { OwnProviders } from '../../components/settings/OwnProviders';
import { PersonalDataSection } from '../../components/settings/PersonalDataSection';
import { ReadingSection } from '../../components/settings/ReadingSection';
import { SitesSection } from '../../components/settings/SitesSection';
import { LanguageSection } from '../../components/settings/LanguageSection';
import { NoteTemplate } from '../../components/settings/NoteTemplate';
=======
>>>>>>> main
import { Shell } from '../../components/ui/Shell';
import { Section } from '../../components/ui/Section';
import { Problem } from '../../components/ui/Problem';
import { useSettingsPage } from '../../lib/hooks/useSettingsPage';

/** What stands below the first screen: loaded beside it, because a page opens the sooner the less it loads. */
const OtherSettings = lazy(() => import('./OtherSettings').then((module) => ({ default: module.OtherSettings })));

export function App() {
  const page = useSettingsPage();
  // A new key empties the form once its connection is saved.
  const [saved, setSaved] = useState(0);
  const { connections, providers } = page;
  return (
    <Shell width="page">
      <p>
        {i18n.t('settings.intro')} <a href="welcome.html">{i18n.t('welcome.steps')}</a>
      </p>
      <Section title={i18n.t('settings.connections')}>
        {connections?.length === 0 && <p>{i18n.t('settings.none')}</p>}
        {connections && connections.length > 0 && (
          <ConnectionList
            connections={connections}
            providers={providers}
            checks={page.checks}
            onTest={page.test}
            onSave={page.save}
            onRemove={(connection) => void page.remove(connection)}
            onGrant={page.grant}
          />
        )}
      </Section>
      <Section title={i18n.t('settings.add')}>
        {providers.length > 0 && (
          <ConnectionForm
            key={saved}
            providers={providers}
            busy={page.saving}
            onSave={(input) => page.save(input, () => setSaved((count) => count + 1))}
          />
        )}
        {page.saveFailure && <Problem failure={page.saveFailure} onNext={page.saveAgain} />}
      </Section>
<<<<<<< HEAD
      <OwnProviders
        described={page.described}
        providers={providers}
        onAdd={page.addProvider}
        onRemove={page.removeProvider}
      />
      <Section title={i18n.t('settings.samples')}>
        <p>{i18n.t('settings.samplesHint')}</p>
        <div>
          <Button onClick={() => void page.addSamples()}>{i18n.t('settings.samples')}</Button>
        </div>
      </Section>
      {sites && <SitesSection {...sites} providerName={page.providerName} />}
      <ReadingSection {...reading} />
      <LanguageSection chosen={page.language} onChoose={page.setLanguage} />
      <PersonalDataSection hides={page.hidesPersonalData} onChange={page.setHidesPersonalData} />
      <Section title={i18n.t('noteTemplate.title')}>
        <NoteTemplate template={page.note} onChange={page.saveNote} onReset={() => page.saveNote(null)} />
      </Section>
      <KeyLockSection {...keyLock} />
      <DataSection
        problems={problems}
        onForgetProblems={forget}
        onExport={page.exportSettings}
        onImport={page.importSettings}
        onClear={page.clearAll}
      />
=======
      <Suspense>
        <OtherSettings onAddSamples={page.addSamples} onCleared={page.forgetChecks} />
      </Suspense>
>>>>>>> main
    </Shell>
  );
}
