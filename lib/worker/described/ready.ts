import { setDescribed } from '../../providers';
import { describedProvider } from '../../providers/described/describedProvider';
import { readDescription } from '../../providers/described/readDescription';
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
  const described = files.flatMap(({ text }) => {
    const found = readDescription(text);
    return 'description' in found ? [describedProvider(found.description)] : [];
  });
  setDescribed(described);
  readShapes();
  readLabels();
}
