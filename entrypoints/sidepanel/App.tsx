import { Pin, Settings } from 'lucide';
import { lazy, Suspense } from 'react';
import { i18n } from '#i18n';
import { Inspector } from '../../components/inspector/Inspector';
import { NotRead } from '../../components/page/NotRead';
import { PageCalls } from '../../components/page/PageCalls';
import { RecordCallList } from '../../components/page/RecordCallList';
import { SiteBar } from '../../components/page/SiteBar';
import { Shell } from '../../components/ui/Shell';
import { IconButton } from '../../components/ui/Button';
import { useSidePanel } from '../../lib/hooks/useSidePanel';
import { useSingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';

/** What stands below the first screen: loaded beside it, because a panel opens the sooner the less it loads. */
const LatestCalls = lazy(() =>
  import('../../components/lists/LatestCalls').then((module) => ({ default: module.LatestCalls })),
);
const Teach = lazy(() => import('../../components/page/Teach').then((module) => ({ default: module.Teach })));

export function App() {
  const { inspector, here, pin, teaching, record, latest, openFromPage } = useSidePanel();
  const keys = useSingleKeySwitch();
  const { connections, providers, providerName, open, next } = inspector;
  const { page, site } = here;
  return (
    <Shell width="panel" keys={keys}>
      <Inspector
        {...inspector}
        actions={<IconButton icon={Settings} name={i18n.t('popup.settings')} onClick={inspector.openSettings} />}
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
                  onNotAnId={site?.enabled ? ({ id }) => here.saveRule({ kind: 'not', id }) : undefined}
                />
                <NotRead
                  parts={page.unreadable}
                  onAllow={here.allow}
                  onLookUp={() => inspector.box.current?.select()}
                />
                <RecordCallList record={record} providerName={providerName} onOpen={open} onNext={next} />
                {site?.enabled && (
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
            providerName={providerName}
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
