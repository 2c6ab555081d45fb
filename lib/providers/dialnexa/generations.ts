import { asFailure, type Failure } from '../../errors';
import type { Api } from '../provider';

/** The vendor has documented two generations of routes; which one answers is remembered for each connection. */
const generations = ['call-logs', 'calls'] as const;
export type Generation = (typeof generations)[number];
const other = (generation: Generation): Generation => (generation === 'calls' ? 'call-logs' : 'calls');

/** `call`: the provider knows its routes and not the call. `route`: nothing says that this route exists. */
export function missing({ code, said }: Failure): 'call' | 'route' | undefined {
  if (code !== 'not-found') return undefined;
  return /call.*not found|invalid call id/i.test(said ?? '') ? 'call' : 'route';
}

const isGeneration = (value: string | undefined): value is Generation => generations.some((each) => each === value);

/**
 * Asks the remembered generation of routes; the other one too where none is remembered or the remembered route is gone.
 * `undefined`: no generation knows the call.
 */
export async function askGenerations<T>(
  api: Api,
  work: (generation: Generation) => Promise<T>,
): Promise<T | undefined> {
  const remembered = await api.memory.get('generation');
  const known = isGeneration(remembered) ? remembered : undefined;
  const begin = known ?? 'call-logs';
  const proven: Generation[] = [];
  for (const generation of [begin, other(begin)]) {
    try {
      const found = await work(generation);
      if (generation !== known) await api.memory.set('generation', generation);
      return found;
    } catch (error) {
      const what = missing(asFailure(error));
      if (!what) throw error;
      if (what === 'call') proven.push(generation);
      if (what === 'call' && generation === known) return undefined;
    }
  }
  const [only] = proven;
  if (only && proven.length === 1 && only !== known) await api.memory.set('generation', only);
  return undefined;
}
