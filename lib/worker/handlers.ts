import type { Browser } from 'wxt/browser';
import { noteConfirmed } from './browser/confirmedCalls';
import { partsOf } from './browser/frameParts';
import { fieldsOf } from './browser/recordFields';
import * as reading from './browser/tabs';
import { setLanguage } from './browser/language';
import * as sites from './browser/contentScripts';
import { fail } from '../errors';
import type { Answer, MessageName, Payload } from '../messages';
import { jsonText } from '../call/jsonText';
import { providers } from '../providers';
import { openPanel, pagesOpenPanel, showInPanel } from '../browser/sidePanel';
import { openFullPage } from '../browser/callLink';
import { pointerAt } from '../call/jsonPointer';
import { takeLanguage } from '../browser/chosenLanguage';
import { read } from '../storage/item';
import { askOnPointItem, sitesItem } from '../storage/items';
import { isOfSite } from '../browser/sites';
import { confirm } from './confirm/confirm';
import { addProvider, removeProvider } from './described/change';
import { diagnostics } from './diagnostics';
import * as connections from './connections';
import { cancel } from './heldAnswers';
import { keyLock, lockAfter, lockNow, removePassphrase, setPassphrase, unlock } from './keys/passphrase';
import { exportSettings } from './exportSettings';
import { importSettings } from './importSettings';
import { applyPolicy } from './policy/apply';
import { saveManagedKey } from './policy/saveManagedKey';
import { getCall, getReply, lookUp } from './calls/lookUp';
import { idsIn } from './calls/idsInText';
import { idShapes, providerPages } from '../providers/idShapes';
import { isOfPage } from '../page/pageTexts';
import { labels } from '../providers/labels';
import { keyAccess } from './calls/keyAccess';
import { listCalls } from './calls/list';
import { providerInfos } from './providerInfos';
import { chosenTexts } from '#i18n';
import { callsOfRecord } from './calls/callsOfRecord';
import { recordingSource } from './calls/recording';
import { saveNote } from './calls/saveNote';
import { shortPatience } from './requests/api';

type Handlers = {
  [N in MessageName]: (payload: Payload<N>, signal: AbortSignal, sender: Sender) => Promise<Answer<N>> | Answer<N>;
};
export type Sender = Browser.runtime.MessageSender;

/** What each message is answered with. Every failure is thrown. */
export const handlers: Handlers = {
  listProviders: () => providerInfos(),
  saveConnection: (input) => connections.saveConnection(input),
  testConnection: ({ connection }, signal) => connections.testConnection(connection, signal),
  keyAccess: ({ connection }, signal) => keyAccess(connection, signal),
  saveManagedKey: ({ connection, key }) => saveManagedKey(connection, key),
  removeConnection: ({ connection }) => connections.removeConnection(connection),
  addSamples: () => connections.addSamples(),
  addProvider: ({ text }) => addProvider(text),
  removeProvider: ({ provider }) => removeProvider(provider),
  findIds: ({ text, provider }) => idsIn(text, provider),
  lookUp: ({ id, providers: named, address, incognito }, signal) =>
    lookUp(id, { providers: named, address, incognito, signal }),
  getCall: ({ ref, refresh }, signal) => getCall(ref, { refresh, signal }),
  listCalls: ({ connection, filters, cursor }, signal) => listCalls({ connection, filters, cursor }, signal),
  cancel: ({ request }) => {
    cancel(request);
    return true;
  },
  reveal: async ({ ref, pointer }, signal) => {
    const value = pointerAt((await getReply(ref, { signal, patience: shortPatience })).raw, pointer);
    return jsonText(value ?? null);
  },
  openRecording: ({ ref, channel }, signal) => recordingSource(ref, channel, signal),
  saveNote: ({ ref, text }, signal) => saveNote(ref, text, signal),
  diagnostics: () => diagnostics(),
  exportSettings: () => exportSettings(),
  importSettings: ({ text }) => importSettings(text),
  clearAll: async () => {
    await connections.clearAll();
    await applyPolicy();
    await takeLanguage(undefined);
    await sites.syncSites();
    return true as const;
  },
  keyLock: () => keyLock(),
  unlock: ({ passphrase }) => unlock(passphrase),
  lockNow: () => lockNow(),
  setPassphrase: async ({ passphrase, after, current }) => {
    // A key in the old way of storing would stay readable without the passphrase.
    await connections.sweepKeys();
    return setPassphrase(passphrase, after, current);
  },
  removePassphrase: ({ current }) => removePassphrase(current),
  lockAfter: ({ after }) => lockAfter(after),
  forgetKeys: async () => {
    const lock = await connections.forgetKeys();
    await applyPolicy();
    return lock;
  },
  enableSite: ({ pattern }) => sites.enableSite(pattern),
  disableSite: ({ pattern }) => sites.disableSite(pattern),
  saveRules: ({ pattern, rules }) => sites.saveRules(pattern, rules),
  setLanguage: ({ language }) => setLanguage(language),
  readOnce: ({ tab }) => sites.readOnce(tab),
  forgetTaught: async ({ tab }) => {
    await reading.noteTaught(tab);
    return true as const;
  },
  fieldsOf: ({ tab }) => fieldsOf(tab),
  callsOfRecord: async ({ tab }, signal) => {
    const page = await reading.pageOf(tab);
    return callsOfRecord({ address: page?.address, phones: page?.phones ?? [] }, signal);
  },

  startReading: async (_, __, sender) => {
    const reader = await reading.readerOf(sender);
    // A page is read also where that cannot be noted.
    await reading.noteFrame(reader).catch(() => {});
    const taught = (await read(sitesItem)).filter(({ pattern }) => isOfSite(pattern, reader.origin));
    return {
      labels,
      ids: idShapes,
      hosts: providerPages,
      names: Object.fromEntries(providers.map(({ id, name }) => [id, name])),
      rules: taught.flatMap(({ managed = [], rules }) => managed.concat(rules)),
      askOnPoint: await read(askOnPointItem),
      texts: chosenTexts(isOfPage),
    };
  },
  confirm: async (asked, signal, sender) => {
    const { tab, address = '' } = await reading.readerOf(sender);
    const told = await confirm(asked, { tab, address, signal });
    // It begins before the page reports it, and is joined with that in order. What cannot be noted is told all the same.
    if (told.calls.length > 0) void noteConfirmed(tab, told.calls).catch(() => {});
    return told;
  },
  report: async (shown, _, sender) => {
    const reader = await reading.readerOf(sender);
    const { address, calls } = shown;
    await reading.noteReport(reader, { address, calls, ...(await partsOf(reader)) }).catch(() => {});
    return true as const;
  },
  taught: async (pointed, _, sender) => {
    const { tab, frame, address = '' } = await reading.readerOf(sender);
    await reading.noteTaught(tab, { ...pointed, address, frame, at: new Date().toISOString() });
    // The other frames still wait to be pointed at.
    await reading.tellFrames({ name: 'endTeach', payload: {} }, (each) => each.tab === tab);
    return true as const;
  },
  loadMarks: async (_, __, sender) => {
    await sites.loadMarks(await reading.readerOf(sender));
    return true as const;
  },
  openCall: async ({ ref }, _, { tab }) => {
    if (!tab) return fail('unexpected');
    // Nothing may come before it: the browser opens the panel only while the user's click lasts, and never for a page's own.
    const opened = pagesOpenPanel() ? openPanel(tab.windowId) : openFullPage(ref);
    await opened;
    if (pagesOpenPanel()) await showInPanel(tab.windowId, { ref });
    return true as const;
  },
};
