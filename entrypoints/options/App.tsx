import { useState } from 'react';
import { i18n } from '#i18n';
import { ConnectionForm } from '../../components/settings/ConnectionForm';
import { ConnectionList } from '../../components/settings/ConnectionList';
import { DataSection } from '../../components/settings/DataSection';
import { KeyLockSection } from '../../components/settings/KeyLockSection';
import { OwnProviders } from '../../components/settings/OwnProviders';
import { PolicyNotice } from '../../components/settings/PolicyNotice';
import { PersonalDataSection } from '../../components/settings/PersonalDataSection';
import { ReadingSection } from '../../components/settings/ReadingSection';
import { SitesSection } from '../../components/settings/SitesSection';
import { NoteTemplate } from '../../components/settings/NoteTemplate';
import { Shell } from '../../components/ui/Shell';
import { Locked } from '../../components/ui/Locked';
import { Section } from '../../components/ui/Section';
import { Button } from '../../components/ui/Button';
import { Problem } from '../../components/ui/Problem';
import { useKeyLock } from '../../lib/hooks/useKeyLock';
import { useSettingsPage } from '../../lib/hooks/useSettingsPage';
import { useStorageProblems } from '../../lib/hooks/useStorageProblems';
import { useSiteSettings } from '../../lib/hooks/useSiteSettings';

export function App() {
  const page = useSettingsPage();
  const { sites, reading } = useSiteSettings();
  const { problems, forget } = useStorageProblems();
  const keyLock = useKeyLock();
  // A new key empties the form once its connection is saved.
  const [saved, setSaved] = useState(0);
  const { connections, providers, policy } = page;
  const isLocked = (part: 'connections' | 'note') => policy.locked.includes(part);
  return (
    <Shell width="page">
      <PolicyNotice policy={policy} />
      <p>
        {i18n.t('settings.intro')} <a href="welcome.html">{i18n.t('welcome.steps')}</a>
      </p>
      <Section title={i18n.t('settings.connections')}>
        {connections?.length === 0 && !isLocked('connections') && <p>{i18n.t('settings.none')}</p>}
        {connections && connections.length > 0 && (
          <ConnectionList
            connections={connections}
            providers={providers}
            checks={page.checks}
            onTest={page.test}
            onSave={page.save}
            onSaveKey={page.saveKey}
            onRemove={(connection) => void page.remove(connection)}
            onGrant={page.grant}
          />
        )}
        {isLocked('connections') && <Locked>{i18n.t('policy.lockedConnections')}</Locked>}
        {page.saveFailure && isLocked('connections') && <Problem failure={page.saveFailure} onNext={page.saveAgain} />}
      </Section>
      {!isLocked('connections') && (
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
      )}
      <OwnProviders
        described={page.described}
        providers={providers}
        locked={isLocked('connections')}
        onAdd={page.addProvider}
        onRemove={page.removeProvider}
      />
      {!isLocked('connections') && (
        <Section title={i18n.t('settings.samples')}>
          <p>{i18n.t('settings.samplesHint')}</p>
          <div>
            <Button onClick={() => void page.addSamples()}>{i18n.t('settings.samples')}</Button>
          </div>
        </Section>
      )}
      {sites && <SitesSection {...sites} providerName={page.providerName} />}
      <ReadingSection {...reading} />
      <PersonalDataSection
        hides={page.hidesPersonalData}
        forced={policy.hidePersonalData}
        onChange={page.setHidesPersonalData}
      />
      <Section title={i18n.t('noteTemplate.title')}>
        <NoteTemplate
          template={page.note}
          locked={isLocked('note')}
          onChange={page.saveNote}
          onReset={() => page.saveNote(null)}
        />
      </Section>
      <KeyLockSection {...keyLock} />
      <DataSection
        problems={problems}
        policy={policy}
        onForgetProblems={forget}
        onExport={page.exportSettings}
        onImport={page.importSettings}
        onClear={page.clearAll}
      />
    </Shell>
  );
}
