import { Pin, Settings } from 'lucide';
import { useEffect, useEffectEvent } from 'react';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { Inspector } from '../../components/inspector/Inspector';
import { LatestCalls } from '../../components/lists/LatestCalls';
import { NotRead } from '../../components/page/NotRead';
import { PageCalls } from '../../components/page/PageCalls';
import { RecordCallList } from '../../components/page/RecordCallList';
import { SiteBar } from '../../components/page/SiteBar';
import { Teach } from '../../components/page/Teach';
import { Shell } from '../../components/ui/Shell';
import { IconButton } from '../../components/ui/Button';
import type { CallRef } from '../../lib/call/call';
import { useInspector } from '../../lib/hooks/useInspector';
import { useLatestCalls } from '../../lib/hooks/useLatestCalls';
import type { PageCall } from '../../lib/page/protocol';
import { usePageCalls } from '../../lib/hooks/usePageCalls';
import { usePin } from '../../lib/hooks/usePin';
import { useRecordCalls } from '../../lib/hooks/useRecordCalls';
import { useRecordFields } from '../../lib/hooks/useRecordFields';
import { useTeaching } from '../../lib/hooks/useTeaching';
import { watchPanel } from '../../lib/browser/sidePanel';

export function App() {
  const inspector = useInspector();
  const { connections, providers, providerName, next } = inspector;
  const here = usePageCalls();
  const { page, site } = here;
  const pin = usePin(inspector.shown, page, inspector.back);
  const teaching = useTeaching(here.tab, page?.taught);
  const record = useRecordCalls(here.tab, page, here.askOnPoint);
  const fields = useRecordFields(here, inspector.shown);
  const latest = useLatestCalls(connections);

  const open = (ref: CallRef, among: CallRef[] = []) => {
    pin.follow(false);
    inspector.open(ref, among);
  };
  const openFromPage = (call: PageCall) => {
    here.flash(call);
    if (!call.call) return inspector.lookUp.submit(call.id);
    pin.follow(true);
    inspector.open(call.call.ref);
  };
  const openAsked = useEffectEvent((ref: CallRef) => {
    pin.follow(true);
    inspector.open(ref);
  });
  const lookUpAsked = useEffectEvent((text: string) => inspector.lookUp.submit(text));
  useEffect(() => {
    const stop = browser.windows
      .getCurrent()
      .then(({ id }) => watchPanel(id ?? browser.windows.WINDOW_ID_NONE, openAsked, lookUpAsked));
    return () => void stop.then((unwatch) => unwatch());
  }, []);

  return (
    <Shell
      width="panel"
      actions={<IconButton icon={Settings} name={i18n.t('popup.settings')} onClick={inspector.openSettings} />}
    >
      <Inspector
        {...inspector}
        fields={fields?.length ? fields : undefined}
        open={open}
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
          providerName={providerName}
          reviews={inspector.reviews}
          latest={latest}
          onOpen={open}
          onNext={next}
        />
      </Inspector>
    </Shell>
  );
}
