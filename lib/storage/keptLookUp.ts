import type { LookUpAnswer } from '../call/lookUp';
import { finishedCall } from './callCache';
import { change, read, remove } from './item';
import { keptLookUpItem } from './items';

/** Begins a list: nothing has come of it yet. */
export const keepList = async (text: string): Promise<void> => {
  await change(keptLookUpItem, () => ({ text, answers: {} }));
};

export const forgetList = (): Promise<void> => remove(keptLookUpItem as never);

/** Keeps what came of one ID of the list. */
export async function keepAnswer(text: string, id: string, answer: LookUpAnswer): Promise<void> {
  const small = 'found' in answer ? { ref: answer.found.call.ref } : answer;
  await change(keptLookUpItem, (kept) =>
    kept?.text === text ? { text, answers: { ...kept.answers, [id]: small } } : kept,
  );
}

/** The list as it stood, with the answers that need not be asked for again. */
export async function keptList(): Promise<{ text: string; answers: [id: string, LookUpAnswer][] } | undefined> {
  const kept = await read(keptLookUpItem);
  if (!kept) return undefined;
  const answers = await Promise.all(
    Object.entries(kept.answers).map(async ([id, answer]): Promise<[string, LookUpAnswer][]> => {
      if ('asked' in answer) return [[id, answer]];
      const found = await finishedCall(answer.ref);
      return found ? [[id, { found }]] : [];
    }),
  );
  return { text: kept.text, answers: answers.flat() };
}
