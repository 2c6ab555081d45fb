import { elementOf, isCurrent, type Mention, nodeOf, startOf } from './detect/mention';

/** How many places of a page are kept; a page may plant a hundred thousand. Beyond, only what is on screen when it is found. */
const most = 5_000;

/** Told what comes and goes, in order. */
export interface MentionListener {
  added(mentions: Mention[]): void;
  removed(mentions: Mention[]): void;
}

/** The mentions a page shows now, by the text node or element they are in. */
export function mentionStore({ added, removed }: MentionListener) {
  const byNode = new Map<Node, Mention[]>();
  let count = 0;

  function add(mentions: Mention[]): void {
    const fresh = mentions.filter((mention) => {
      const node = nodeOf(mention);
      const here = byNode.get(node);
      if (here?.some((other) => startOf(other) === startOf(mention) && other.id === mention.id)) return false;
      if (count >= most && !isOnScreen(mention)) return false;
      if (here) here.push(mention);
      else byNode.set(node, [mention]);
      count++;
      return true;
    });
    if (fresh.length > 0) added(fresh);
  }

  /** Forgets what a node showed. */
  function drop(node: Node): void {
    const gone = byNode.get(node);
    if (!gone) return;
    byNode.delete(node);
    count -= gone.length;
    removed(gone);
  }

  /** Forgets what left the document, and with `changed` also what shows another text by now. */
  function prune(changed = false): void {
    for (const [node, mentions] of byNode) {
      if (!node.isConnected || (changed && !mentions.every(isCurrent))) drop(node);
    }
  }

  return {
    add,
    drop,
    prune,
    at: (node: Node): readonly Mention[] => byNode.get(node) ?? [],
    *all(): Generator<Mention> {
      for (const mentions of byNode.values()) yield* mentions;
    },
  };
}

export type MentionStore = ReturnType<typeof mentionStore>;

/** Judged by its element, which is near enough. */
function isOnScreen(mention: Mention): boolean {
  const rect = elementOf(mention)?.getBoundingClientRect();
  return (
    !!rect && rect.width > 0 && rect.bottom > 0 && rect.right > 0 && rect.top < innerHeight && rect.left < innerWidth
  );
}
