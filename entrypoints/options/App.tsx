import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { ConnectionForm } from '../../components/settings/ConnectionForm';
import { ConnectionList } from '../../components/settings/ConnectionList';
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
      <Suspense>
        <OtherSettings onAddSamples={page.addSamples} onCleared={page.forgetChecks} />
      </Suspense>
    </Shell>
  );
}
