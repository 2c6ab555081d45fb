import { Pin, Settings } from 'lucide';
import { i18n } from '#i18n';
import { Inspector } from '../../components/inspector/Inspector';
import { LatestCalls } from '../../components/lists/LatestCalls';
import { NotRead } from '../../components/page/NotRead';
import { PageCalls } from '../../components/page/PageCalls';
import { RecordCallList } from '../../components/page/RecordCallList';
import { SiteBar } from '../../components/page/SiteBar';
import { Teach } from '../../components/page/Teach';
import { Shell } from '../../components/ui/Shell';
import { IconButton } from '../../components/ui/Button';
import { useSidePanel } from '../../lib/hooks/useSidePanel';
import { useSingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';

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
                  onNotAnId={site?.enabled && !site.locked ? ({ id }) => here.saveRule({ kind: 'not', id }) : undefined}
                />
                <NotRead
                  parts={page.unreadable}
                  onAllow={site?.locked ? undefined : here.allow}
                  onLookUp={() => inspector.box.current?.select()}
                />
                <RecordCallList record={record} providerName={providerName} onOpen={open} onNext={next} />
                {site?.enabled && !site.locked && (
                  <Teach
                    teaching={teaching}
                    providers={providers}
                    providerName={providerName}
                    rules={here.rules}
                    onSave={here.saveRule}
                    onRemove={here.removeRule}
                  />
                )}
              </>
            )}
          </>
        }
      >
        <LatestCalls
          connections={connections ?? []}
          providers={providers}
          reviews={inspector.reviews}
          latest={latest}
          onOpen={open}
          onNext={next}
        />
      </Inspector>
    </Shell>
  );
}
