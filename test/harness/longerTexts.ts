import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = '.output/chrome-mv3-e2e';
const messagesFile = '_locales/en/messages.json';
/** By so much German or Finnish texts are longer than English ones. */
const longerBy = 0.4;
const filler =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna '.repeat(
    4,
  );

/** The browser refuses a name or a description of the extension that is too long; what a language is called by programs is no text. */
const isFixed = (key: string) => /^(?:product|locale_)/.test(key);

const lengthen = (text: string) => `${text} ${filler.slice(0, Math.ceil(text.length * longerBy)).trim()}`;

/**
 * The built extension, in a folder of its own, with every text 40 % longer: the English one comes first, so that scripts find it. Of the
 * product itself nothing is changed, and no release holds it. Returns the folder.
 */
export async function longerTexts(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  await cp(built, folder, { recursive: true });
  const file = join(folder, messagesFile);
  const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, { message: string }>;
  for (const [key, text] of Object.entries(messages))
    // Plural forms stand side by side.
    if (!isFixed(key)) text.message = text.message.split(' | ').map(lengthen).join(' | ');
  await writeFile(file, JSON.stringify(messages));
  return folder;
}
