const turns = new Map<string, Promise<unknown>>();

/** Runs work on the same stored thing one after the other: reading and writing it back are two steps. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => {}).then(() => void (turns.get(key) === settled && turns.delete(key)));
  turns.set(key, settled);
  return mine;
}
