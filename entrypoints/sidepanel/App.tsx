import { Pin } from 'lucide';
import { lazy, Suspense } from 'react';
import { i18n } from '#i18n';
import { Inspector } from '../../components/inspector/Inspector';
import { NotRead } from '../../components/page/NotRead';
import { PageCalls } from '../../components/page/PageCalls';
import { SiteBar } from '../../components/page/SiteBar';
import { Shell } from '../../components/ui/Shell';
import { IconButton } from '../../components/ui/Button';
import { SettingsButton } from '../../components/ui/SettingsButton';
import { useNews } from '../../lib/hooks/useNews';
import { useSidePanel } from '../../lib/hooks/useSidePanel';
import { useSingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';

/** What stands below the first screen: loaded beside it, because a panel opens the sooner the less it loads. */
const LatestCalls = lazy(() =>
  import('../../components/lists/LatestCalls').then((module) => ({ default: module.LatestCalls })),
);
const RecordCallList = lazy(() =>
  import('../../components/page/RecordCallList').then((module) => ({ default: module.RecordCallList })),
);
const Teach = lazy(() => import('../../components/page/Teach').then((module) => ({ default: module.Teach })));

export function App() {
  const { inspector, here, pin, teaching, record, latest, openFromPage } = useSidePanel();
  const keys = useSingleKeySwitch();
  const { isUnseen } = useNews();
  const { connections, providers, providerName, open, next } = inspector;
  const { page, site } = here;
  return (
    <Shell width="panel" keys={keys}>
      <Inspector
        {...inspector}
        actions={<SettingsButton hasNews={isUnseen} onOpen={inspector.openSettings} />}
        callActions={
          <IconButton icon={Pin} name={i18n.t('pageCalls.pin')} aria-pressed={pin.pinned} onClick={pin.togglePin} />
        }
        page={
          <>
            {site && <SiteBar {...site} />}
            {page && (
              <>
                <PageCalls
                  calls={page.calls}
                  askOnPoint={here.askOnPoint}
                  onOpen={openFromPage}
                  onNotAnId={site?.enabled && !site.locked ? ({ id }) => here.saveRule({ kind: 'not', id }) : undefined}
                />
                <NotRead
                  parts={page.unreadable}
                  onAllow={site?.locked ? undefined : here.allow}
                  onLookUp={() => inspector.box.current?.select()}
                />
                <Suspense>
                  <RecordCallList record={record} providerName={providerName} onOpen={open} onNext={next} />
                </Suspense>
                {site?.enabled && !site.locked && (
                  <Suspense>
                    <Teach
                      teaching={teaching}
                      providers={providers}
                      providerName={providerName}
                      rules={here.rules}
                      onSave={here.saveRule}
                      onRemove={here.removeRule}
                    />
                  </Suspense>
                )}
              </>
            )}
          </>
        }
      >
        <Suspense>
          <LatestCalls
            connections={connections ?? []}
            providers={providers}
            reviews={inspector.reviews}
            latest={latest}
            onOpen={open}
            onNext={next}
          />
        </Suspense>
      </Inspector>
    </Shell>
  );
}
