import { i18n } from '#i18n';
import type { AddedProvider, DescribedFile } from '../../call/providerInfo';
import { settingsLimits } from '../../call/settingsLimits';
import { providers } from '../../providers';
import type { Description } from '../../providers/described/schema';
import { change, read } from '../../storage/item';
import { connectionsItem, describedItem } from '../../storage/items';
import { restartReading } from '../browser/tabs';
import { forgetWhatWasLearned, removeConnection } from '../connections';
import { publishProviders } from '../providerInfos';
import { endRequests } from '../requests/ends';
import { reloadProviders } from './ready';

const fileOf = (description: Description): DescribedFile => ({
  id: description.id,
  name: description.name,
  text: JSON.stringify(description),
});

/** What the described one may not be called: as another provider is, so that nobody takes it for that one. */
function takenProblem({ id, name }: Description, described: DescribedFile[]): string | undefined {
  const own = new Set(described.map((each) => each.id));
  const others = providers.filter((each) => !own.has(each.id));
  const sameName = (other: { name: string }) => other.name.toLowerCase() === name.toLowerCase();
  const isTaken = others.some((each) => each.id === id || sameName(each));
  if (isTaken || described.some((each) => each.id !== id && sameName(each)))
    return i18n.t('description.taken', { name, id });
  const isOneMore = !own.has(id) && own.size >= settingsLimits.providers;
  return isOneMore ? i18n.t('description.tooMany', { most: String(settingsLimits.providers) }) : undefined;
}

/** Puts a change where providers are read from: here, and by our own pages. */
async function relist(): Promise<void> {
  await reloadProviders();
  await publishProviders();
}

const connectionsOf = async (provider: string) =>
  (await read(connectionsItem)).filter((each) => each.provider === provider);

/** Adds the provider that a file describes, or replaces the one of its ID that was described before. */
export async function addProvider(text: string): Promise<AddedProvider> {
  const { readDescription } = await import('../../providers/described/readDescription');
  const found = readDescription(text);
  if ('problems' in found) return found;
  const { description } = found;
  let problem: string | undefined;
  await change(describedItem, (all) => {
    problem = takenProblem(description, all);
    if (problem) return all;
    const file = fileOf(description);
    const isKnown = all.some(({ id }) => id === file.id);
    return isKnown ? all.map((each) => (each.id === file.id ? file : each)) : [...all, file];
  });
  if (problem) return { problems: [problem] };
  await relist();
  // What was read by the description before may mean something else now.
  for (const { id } of await connectionsOf(description.id)) {
    endRequests(id);
    await forgetWhatWasLearned(id);
  }
  await restartReading();
  return { name: description.name };
}

/** Forgets a described provider with its connections, their keys and what was read through them. Others stay. */
export async function removeProvider(id: string): Promise<true> {
  if (!(await read(describedItem)).some((each) => each.id === id)) return true;
  for (const connection of await connectionsOf(id)) await removeConnection(connection.id);
  await change(describedItem, (all) => all.filter((each) => each.id !== id));
  await relist();
  await restartReading();
  return true;
}

/** Adds the described providers of a settings file beside those there are, before their connections. Returns how many. */
export async function importDescribed(descriptions: Description[]): Promise<number> {
  let added = 0;
  await change(describedItem, (all) => {
    const now = [...all];
    for (const description of descriptions) {
      const isNew = !now.some(({ id }) => id === description.id);
      if (isNew && takenProblem(description, now) === undefined) now.push(fileOf(description));
    }
    added = now.length - all.length;
    return added > 0 ? now : all;
  });
  if (added === 0) return 0;
  await relist();
  return added;
}
