import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { ConnectionList } from '../../components/settings/ConnectionList';
import { Updated } from '../../components/settings/Updated';
import { PolicyNotice } from '../../components/settings/PolicyNotice';
import { Shell } from '../../components/ui/Shell';
import { Locked } from '../../components/ui/Locked';
import { Section } from '../../components/ui/Section';
import { Problem } from '../../components/ui/Problem';
import { useNews } from '../../lib/hooks/useNews';
import { useSettingsPage } from '../../lib/hooks/useSettingsPage';

/** What is seen below the connections: loaded beside them, because a page opens the sooner the less it loads. */
const ConnectionForm = lazy(() =>
  import('../../components/settings/ConnectionForm').then((module) => ({ default: module.ConnectionForm })),
);
const OtherSettings = lazy(() => import('./OtherSettings').then((module) => ({ default: module.OtherSettings })));

const HelpSection = lazy(() =>
  import('../../components/settings/HelpSection').then((module) => ({ default: module.HelpSection })),
);

export function App() {
  const page = useSettingsPage();
  const { isUnseen, onSeen } = useNews();
  const [showsNews, setShowsNews] = useState(false);
  const { version } = browser.runtime.getManifest();
  // A new key empties the form once its connection is saved.
  const [saved, setSaved] = useState(0);
  const { connections, providers, policy } = page;
  const isLocked = (part: 'connections' | 'note') => policy.locked.includes(part);
  return (
    <Shell width="page">
      <PolicyNotice policy={policy} />
      {isUnseen && (
        <Updated
          version={version}
          onShow={() => {
            setShowsNews(true);
            onSeen();
            location.hash = 'help';
          }}
          onDismiss={onSeen}
        />
      )}
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
            onReadAccess={page.keyAccess}
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
            <Suspense>
              <ConnectionForm
                key={saved}
                providers={providers}
                busy={page.saving}
                onSave={(input) => page.save(input, () => setSaved((count) => count + 1))}
              />
            </Suspense>
          )}
          {page.saveFailure && <Problem failure={page.saveFailure} onNext={page.saveAgain} />}
        </Section>
      )}
      <Suspense>
        <OtherSettings onAddSamples={page.addSamples} onCleared={page.forgetChecks} />
        <HelpSection version={version} hasNews={showsNews} onReport={page.report} />
      </Suspense>
    </Shell>
  );
}
