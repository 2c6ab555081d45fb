import { asFailure } from '../../errors';

/** What a request brings; `undefined` where the vendor knows no such thing. Throws every other failure. */
export async function unlessUnknown<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (asFailure(error).code === 'not-found') return undefined;
    throw error;
  }
}
