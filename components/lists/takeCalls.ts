import type { Call } from '../../lib/call/call';
import type { CallRef } from '../../lib/call/callRef';
import { hidePersonalDataOf } from '../../lib/redaction/personalData';

/** Whole calls, one after the other, and how many could not be had. Throws what the first said where none could. */
export interface Taken {
  calls: Call[];
  missing: number;
}

/** Reads calls whole, as they may be shown: at most four at once, so that what else is asked for gets its turn. */
export async function takeCalls(
  refs: CallRef[],
  { read, hidesPersonalData }: { read(ref: CallRef): Promise<Call>; hidesPersonalData: boolean },
  tell: (done: number) => void,
): Promise<Taken> {
  const found: (Call | undefined)[] = [];
  const left = refs.entries();
  let failure: unknown;
  let done = 0;
  const work = async () => {
    for (const [index, ref] of left) {
      try {
        const call = await read(ref);
        found[index] = hidesPersonalData ? hidePersonalDataOf(call) : call;
      } catch (error) {
        failure ??= error;
      }
      tell(++done);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  const calls = found.filter((call) => call !== undefined);
  if (calls.length === 0) throw failure;
  return { calls, missing: refs.length - calls.length };
}
