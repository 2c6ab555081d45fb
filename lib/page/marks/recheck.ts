import { elementOf, isCurrent, type Mention, nodeOf, startOf } from '../detect/mention';
import { skipped } from '../detect/judgeNode';
import type { MentionStore } from '../mentionStore';

/** Milliseconds after a change, and those we work before the page's turn. */
const gather = 100;
const slice = 2;
const together = 32;
/** Milliseconds between looks at inputs that hold an ID: a script may change their value, and no event tells. */
const inputsEvery = 1_000;

interface RecheckOptions {
  store: MentionStore;
  /** What the places of these mentions show by now. */
  judge(mentions: Mention[]): Mention[];
  signal: AbortSignal;
}

/**
 * Judges anew what may have become something else though its own text is the same: IDs whose label stands elsewhere, inputs, and what is
 * edited now.
 */
export function recheck({ store, judge, signal }: RecheckOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setTimeout> | undefined;
  let due: Node[] = [];
  let isStale = false;
  let isEdited = false;
  const inputs = new Set<Mention>();

  function soon(): void {
    isStale = true;
    timer ??= setTimeout(work, gather);
  }

  function work(): void {
    timer = undefined;
    if (document.hidden || signal.aborted) return;
    if (due.length === 0 && isStale) {
      const isDue = (mention: Mention) => isDoubtful(mention) || (isEdited && elementOf(mention)?.closest(skipped));
      due = [...new Set([...store.all()].filter(isDue).map(nodeOf))];
      isStale = isEdited = false;
    }
    const began = performance.now();
    while (due.length > 0 && performance.now() - began < slice) renew(due.splice(0, together));
    if (due.length > 0 || isStale) timer = setTimeout(work, gather);
  }

  function renew(nodes: Node[]): void {
    const found = judge(nodes.flatMap(store.at));
    for (const node of nodes) {
      const now = found.filter((mention) => nodeOf(mention) === node);
      const isSame = (mention: Mention) =>
        now.some((other) => other.id === mention.id && startOf(other) === startOf(mention));
      if (!store.at(node).every(isSame)) store.drop(node);
    }
    store.add(found);
  }

  function pollInputs(): void {
    poll = undefined;
    for (const mention of inputs) {
      const node = nodeOf(mention);
      if (!store.at(node).includes(mention)) inputs.delete(mention);
      else if (!document.hidden && !isCurrent(mention)) renew([node]);
    }
    if (inputs.size > 0) poll = setTimeout(pollInputs, inputsEvery);
  }

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(poll);
  });

  return {
    /** To be called after any change of the page. */
    soon,
    /** Some of it is edited now, or is no more. */
    edited(): void {
      isEdited = true;
      soon();
    },
    /** Has an input's mention followed. */
    follow(mention: Mention): void {
      if (!isInput(mention)) return;
      inputs.add(mention);
      poll ??= setTimeout(pollInputs, inputsEvery);
    },
  };
}

const isInput = ({ place }: Mention) => 'element' in place && place.element instanceof HTMLInputElement;

/** Whether what makes a mention an ID stands outside its text. */
function isDoubtful(mention: Mention): boolean {
  const { place, label } = mention;
  if (!('node' in place)) return isInput(mention);
  return !!place.endNode || (label !== undefined && !place.node.data.slice(0, place.start).includes(label));
}
