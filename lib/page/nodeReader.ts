import { namedBy } from './detect/namedBy';
import { scan, scanAdded, type ScanOptions } from './detect/scan';
import { isLarge } from './detect/walkText';
import { yieldToPage } from './detect/yieldToPage';
import type { MentionStore } from './mentionStore';
import type { ReadingRules } from './protocol';

/** Milliseconds we work before the page's turn. */
const slice = 4;
const together = 32;

interface ReaderOptions {
  rules: ReadingRules;
  /** Takes what is found. */
  store: MentionStore;
  options: ScanOptions;
  signal: AbortSignal;
}

/** Reads parts of a page into the store, in slices; gives up where the tab is hidden: all is read again when it is shown. */
export function nodeReader({ rules, store, options, signal }: ReaderOptions) {
  const stems = new RegExp(rules.labels.stems, 'i');

  async function whole(root: Document | Element): Promise<void> {
    for await (const found of scan(root, rules.ids, options)) {
      if (signal.aborted) return;
      store.add(found);
    }
  }

  /** What was added or changed, and what the labels among it may name. */
  async function added(changed: Node[]): Promise<void> {
    const nodes = [...withNamed(new Set(changed))].filter((node) => node.isConnected);
    let began = performance.now();
    for (let from = 0; from < nodes.length; from += together) {
      const some = nodes.slice(from, from + together);
      const large = some.filter(isLargeElement);
      for (const node of large) await whole(node);
      store.add(scanAdded(large.length > 0 ? some.filter((node) => !isLargeElement(node)) : some, rules.ids, options));
      if (performance.now() - began < slice) continue;
      await yieldToPage();
      if (signal.aborted || document.hidden) return;
      began = performance.now();
    }
  }

  function withNamed(nodes: Set<Node>): Set<Node> {
    for (const node of nodes) {
      const named = namedBy(node, stems);
      if (named) nodes.add(named);
    }
    return nodes;
  }

  return { whole, added };
}

const isLargeElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE && isLarge(node);
