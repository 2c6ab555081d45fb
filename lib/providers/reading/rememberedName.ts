import type { Api } from '../provider';

/** A name that is asked for once for each connection; `undefined` where there is none. */
export async function rememberedName(
  api: Api,
  key: string,
  ask: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const remembered = await api.memory.get(key);
  if (remembered) return remembered;
  const name = await ask();
  if (name) await api.memory.set(key, name);
  return name;
}
