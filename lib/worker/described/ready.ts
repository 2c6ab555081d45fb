import type { DescribedFile } from '../../call/providerInfo';
import { setDescribed } from '../../providers';
import { describedProvider } from '../../providers/described/describedProvider';
import type { Provider } from '../../providers/provider';
import { readShapes } from '../../providers/idShapes';
import { readLabels } from '../../providers/labels';
import { read } from '../../storage/item';
import { describedItem } from '../../storage/items';

let ready: Promise<void> | undefined;

/** Resolves once the providers that the user described are among the others. What fails is tried again by whoever asks next. */
export const providersReady = (): Promise<void> =>
  (ready ??= load().catch((error: unknown) => {
    ready = undefined;
    throw error;
  }));

/** Reads them anew, after they were changed. */
export function reloadProviders(): Promise<void> {
  ready = undefined;
  return providersReady();
}

async function load(): Promise<void> {
  const files = await read(describedItem);
  if (!setDescribed(files.length > 0 ? await describedBy(files) : [])) return;
  readShapes();
  readLabels();
}

/** Loads what reads descriptions, which most workers never need: without it they start sooner. */
async function describedBy(files: DescribedFile[]): Promise<Provider[]> {
  const { readDescription } = await import('../../providers/described/readDescription');
  return files.flatMap(({ text }) => {
    const found = readDescription(text);
    return 'description' in found ? [describedProvider(found.description)] : [];
  });
}
