import type { LookUpAnswer } from '../call/lookUp';
import { finishedCall } from './callCache';
import { change, read } from './item';
import { boxTextItem, type KeptLookUp, keptLookUpItem } from './items';

/** The list of this page: the popup that is open is the only one that changes it. */
let list: KeptLookUp | undefined;
let isWriting = false;

/** Writes the list as it is. What changes meanwhile is written at once after, and all together: answers come faster than writes. */
async function write(): Promise<void> {
  if (isWriting) return;
  isWriting = true;
  for (let written: KeptLookUp | undefined | null = null; written !== list;) {
    const next = (written = list);
    await change(keptLookUpItem, () => next).catch(() => {});
  }
  isWriting = false;
}

/** Begins a list: nothing has come of it yet. `undefined` forgets the one there is. */
export function keepList(begun: Pick<KeptLookUp, 'text' | 'provider'> | undefined): Promise<void> {
  list = begun && { ...begun, answers: {} };
  return write();
}

/** Keeps what came of one ID of the list. */
export function keepAnswer(text: string, id: string, answer: LookUpAnswer): Promise<void> {
  if (list?.text !== text) return Promise.resolve();
  const small = 'found' in answer ? { ref: answer.found.call.ref } : answer;
  list = { ...list, answers: { ...list.answers, [id]: small } };
  return write();
}

/** UTF-16 units of the longest text that is kept: no longer one is looked up. */
const longest = 1_000_000;

/** Keeps what stands in the look-up box; an empty text forgets it. */
export const keepText = (text: string): Promise<unknown> =>
  change(boxTextItem, () => (text.trim() && text.length <= longest ? text : undefined)).catch(() => {});

export const keptText = (): Promise<string | undefined> => read(boxTextItem);

/** The list as it stood, with the answers that need not be asked for again. */
export async function keptList(): Promise<
  (Pick<KeptLookUp, 'text' | 'provider'> & { answers: [id: string, LookUpAnswer][] }) | undefined
> {
  const kept = await read(keptLookUpItem);
  if (!kept) return undefined;
  list ??= kept;
  const answers = await Promise.all(
    Object.entries(kept.answers).map(async ([id, answer]): Promise<[string, LookUpAnswer][]> => {
      if ('asked' in answer) return [[id, answer]];
      const found = await finishedCall(answer.ref);
      return found ? [[id, { found }]] : [];
    }),
  );
  return { text: kept.text, provider: kept.provider, answers: answers.flat() };
}
