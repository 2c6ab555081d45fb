import { scanAgain, type ScanOptions } from './detect/scan';
import type { OpenShadowRoot } from './detect/shadowHosts';
import type { Mention } from './detect/mention';
import type { ReadingRules } from './protocol';
import type { MentionStore } from './mentionStore';
import { nodeReader } from './nodeReader';

/** Milliseconds that changes are gathered for: rows that scroll past in the meantime are never read. */
const gather = 60;

interface WatchOptions {
  rules: ReadingRules;
  store: MentionStore;
  openShadowRoot: OpenShadowRoot;
  /** Our own host, once there is one: neither read nor opened. */
  own(): Element | undefined;
  /** Loads what judges, once something may be an ID. */
  judge(): Promise<ScanOptions['judgeOf']>;
  /** All that was there is read; called again after every round of changes. */
  settled(): void;
  /** The tab is hidden or shown, or the page came back from the back/forward cache. */
  turned(): void;
}

/**
 * Keeps the store true to the document: reads all of it once, then only what was added or changed. Nothing runs while the tab is
 * hidden; what changed in the meantime is read when it is shown again. Changes nothing in the page. Returns how to stop.
 */
export function watch({ rules, store, openShadowRoot, own, judge, settled, turned }: WatchOptions) {
  const abort = new AbortController();
  const { signal } = abort;
  const roots = new Set<ShadowRoot>();
  /** Custom elements whose root may come yet: they are defined late, and no event tells. */
  const awaited = new Set<HTMLElement>();
  const pending = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isStale = true;

  const observer = new MutationObserver((records) => {
    const host = own();
    // By index: a page writes thousands, and each asked for costs a wrapper, each iterator garbage.
    for (let index = 0; index < records.length; index++) {
      const record = records[index]!;
      if (record.type === 'childList') {
        const { addedNodes } = record;
        for (let at = 0; at < addedNodes.length; at++) if (addedNodes[at] !== host) pending.add(addedNodes[at]!);
      } else {
        store.drop(record.target);
        pending.add(record.target);
      }
    }
    soon();
  });
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['value', 'href', 'contenteditable', 'title', 'aria-label', 'data-label', 'data-title'],
    });

  const options: ScanOptions = {
    labels: rules.labels,
    hosts: rules.hosts,
    rules: rules.rules,
    signal,
    judgeOf: undefined,
    wanted: () => void load(),
    openShadowRoot: (element) => {
      if (element === own()) return null;
      const root = openShadowRoot(element);
      if (root) enter(root);
      else if (element.localName.includes('-') && awaited.size < 500) awaited.add(element);
      return root;
    },
  };

  const read = nodeReader({ rules, store, options, signal });

  async function load(): Promise<void> {
    // Where it fails, the next place that may be an ID asks again.
    options.judgeOf = await judge().catch(() => undefined);
    if (options.judgeOf) again();
  }

  function enter(root: ShadowRoot): void {
    if (roots.has(root)) return;
    roots.add(root);
    observe(root);
    listenToInputs(root);
  }

  /** The selection moves where a script sets a value of another length. */
  function listenToInputs(root: Document | ShadowRoot): void {
    for (const type of ['input', 'change', 'selectionchange']) listen(root, type, typed);
  }

  function listen(target: EventTarget | undefined, type: string, listener: (event: Event) => void): void {
    target?.addEventListener(type, listener, { capture: true, passive: true, signal });
  }

  function typed(event: Event): void {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLInputElement)) return;
    store.drop(target);
    pending.add(target);
    soon();
  }

  function soon(): void {
    if (!document.hidden && !isWorking) timer ??= setTimeout(work, gather);
  }

  /** Everything again: the address or the visibility changed, and an input's value may have changed without a sign. */
  function again(): void {
    isStale = true;
    soon();
  }

  async function work(): Promise<void> {
    isWorking = true;
    timer = undefined;
    try {
      store.prune();
      while ((isStale || pending.size > 0) && !document.hidden && !signal.aborted) {
        if (isStale) {
          store.prune(true);
          isStale = false;
          pending.clear();
          await read.whole(document);
        } else await readPending();
      }
    } finally {
      isWorking = false;
    }
    if (signal.aborted) return;
    settled();
    if (pending.size > 0) soon();
  }

  async function readPending(): Promise<void> {
    for (const element of awaited) {
      const root = element.isConnected ? openShadowRoot(element) : null;
      if (root) pending.add(element);
      if (root || !element.isConnected) awaited.delete(element);
    }
    const nodes = [...pending];
    pending.clear();
    await read.added(nodes);
  }

  function turn(): void {
    turned();
    if (document.hidden) {
      observer.disconnect();
      clearTimeout(timer);
      timer = undefined;
      pending.clear();
      return;
    }
    observe(document);
    for (const root of roots) {
      if (root.host.isConnected) observe(root);
      else roots.delete(root);
    }
    again();
  }

  const { navigation } = window as { navigation?: EventTarget };
  listen(navigation, 'navigatesuccess', again);
  listen(window, 'popstate', again);
  listen(window, 'load', soon);
  listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && turn());
  listen(document, 'visibilitychange', turn);
  listenToInputs(document);
  turn();

  return {
    /** The shadow roots met so far. */
    roots,
    /** What the places of these mentions show by now. */
    judge: (mentions: Mention[]) => scanAgain(mentions, rules.ids, options),
    stop(): void {
      abort.abort();
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}
