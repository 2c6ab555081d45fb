import { useEffect, useEffectEvent } from 'react';
import { browser } from 'wxt/browser';
import { watchPanel } from '../browser/sidePanel';
import type { CallRef } from '../call/callRef';
import type { PageCall } from '../page/protocol';
import { useInspector } from './useInspector';
import { useLatestCalls } from './useLatestCalls';
import { usePageCalls } from './usePageCalls';
import { usePin } from './usePin';
import { useRecordCalls } from './useRecordCalls';
import { useRecordFields } from './useRecordFields';
import { useTeaching } from './useTeaching';

/** The state of the side panel: the inspector, beside the page on screen. What the worker asks to be opened is opened. */
export function useSidePanel() {
  const inspector = useInspector();
  const here = usePageCalls();
  const { page } = here;
  const pin = usePin(inspector.shown, page, inspector.back);
  const teaching = useTeaching(here.tab, page?.taught);
  const record = useRecordCalls(here.tab, page, here.askOnPoint);
  const fields = useRecordFields(here, inspector.shown);
  const latest = useLatestCalls(inspector.connections);

  const open: typeof inspector.open = (...call) => {
    pin.follow(false);
    inspector.open(...call);
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

  return {
    inspector: { ...inspector, open, fields: fields?.length ? fields : undefined },
    here,
    pin,
    teaching,
    record,
    latest,
    openFromPage,
  };
}
