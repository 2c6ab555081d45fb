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
import { useInspector, useLatestCalls } from '../../lib/hooks/useInspector';
import type { PageCall } from '../../lib/page/protocol';
import { useCallsOfRecord, useFollow, usePageCalls, useRecordFields, useTeaching } from '../../lib/hooks/usePageCalls';
import { watchPanel } from '../../lib/browser/sidePanel';

export function App() {
  const inspector = useInspector();
  const { connections, providers, next } = inspector;
  const here = usePageCalls();
  const { page, site } = here;
  const follow = useFollow(inspector.shown, page, inspector.back);
  const teaching = useTeaching(here.tab, page?.taught);
  const record = useCallsOfRecord(here.tab, page, here.askOnPoint);
  const fields = useRecordFields(here, inspector.shown);
  const latest = useLatestCalls(connections);
  const providerName = (id: string) => providers.find((each) => each.id === id)?.name ?? id;

  const open = (ref: CallRef, among: CallRef[] = []) => {
    follow.follow(false);
    inspector.open(ref, among);
  };
  const openFromPage = (call: PageCall) => {
    here.flash(call);
    if (!call.call) return inspector.lookUp.submit(call.id);
    follow.follow(true);
    inspector.open(call.call.ref);
  };
  const openAsked = useEffectEvent((ref: CallRef) => {
    follow.follow(true);
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
          <IconButton
            icon={Pin}
            name={i18n.t('pageCalls.pin')}
            aria-pressed={follow.pinned}
            onClick={follow.togglePin}
          />
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
