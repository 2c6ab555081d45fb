import type { Page } from 'playwright-core';
import type { Language } from '../../lib/language/languages';
import { providerById } from '../../lib/providers';
import { providerIds, type Replica } from './replica';

/** Adds a connection per replica by filling in the form of the options page, as a user would. Throws what the page says when one fails. */
export async function connectByForm(options: Page, replica: Pick<Replica, 'of'>) {
  const form = options.getByRole('form', { name: 'Add connection' });
  const list = options.getByRole('list', { name: 'Connections' });
  for (const provider of providerIds) {
    const label = `Demo ${provider}`;
    await form.getByRole('combobox', { name: 'Provider' }).selectOption(provider);
    await form.getByRole('textbox', { name: 'Label' }).fill(label);
    await form.getByRole('combobox', { name: 'Connect to' }).selectOption('gateway');
    await form.getByRole('textbox', { name: 'Token' }).fill(replica.of(provider).key);
    for (const { name, label: field } of providerById(provider).account)
      await form.getByRole('textbox', { name: field.en }).fill(replica.of(provider).account[name] ?? '');
    await form.getByRole('textbox', { name: 'Gateway address' }).fill(replica.of(provider).baseUrl);
    await form.getByRole('button', { name: 'Save and test' }).click();
    const item = list.getByRole('listitem').filter({ hasText: label });
    const failure = options.getByRole('alert');
    await item.getByRole('status').or(failure).first().waitFor();
    if (await failure.isVisible()) throw new Error(await failure.innerText());
  }
}

/** Enables the site of an address by the form of the options page. Where the browser asks for its permission, a user answers. */
export async function enableSite(options: Page, address: string): Promise<void> {
  const form = options.getByRole('form', { name: 'Add site' });
  await form.getByRole('textbox', { name: 'Site address' }).fill(address);
  await form.getByRole('button', { name: 'Enable' }).click();
  const { hostname } = new URL(address);
  await options.getByRole('list', { name: 'Sites' }).getByText(hostname, { exact: true }).waitFor();
}

/** Inside the page, where the function of `evaluate` runs. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ ok?: { id: string } } | undefined> };
};

/** Adds the same connections by messages of an extension page: quick, for tests of something else. */
export async function connectByMessage(page: Page, replica: Pick<Replica, 'of'>): Promise<Record<string, string>> {
  const inputs = providerIds.map((provider) =>
    Object.assign({ id: crypto.randomUUID(), provider, label: `Demo ${provider}` }, replica.of(provider)),
  );
  return page.evaluate(async (payloads) => {
    const connections: Record<string, string> = {};
    for (const payload of payloads) {
      const answer = await chrome.runtime.sendMessage({ name: 'saveConnection', payload });
      if (!answer?.ok) throw new Error(`saveConnection: ${JSON.stringify(answer)}`);
      connections[payload.provider] = answer.ok.id;
    }
    return connections;
  }, inputs);
}

/** What a rendered call says, read by its accessible names. */
export interface ShownCall {
  /** Each term's value, without what is said beside it. */
  terms: Record<string, string>;
  turns: number;
  /** Fields with a value. */
  extracted: number;
}

const article = (page: Page, id: string) => page.getByRole('article', { name: `Call ${id}` });

/** Looks an ID up in the popup or panel and waits for the call. Throws what the page says when it does not come. */
export async function lookUp(page: Page, id: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Call ID' }).fill(id);
  await page.getByRole('button', { name: 'Look up' }).click();
  const failure = page.getByRole('alert');
  await article(page, id).or(failure).first().waitFor();
  if (!(await article(page, id).isVisible())) throw new Error(await failure.first().innerText());
}

/** Reads the call on screen. */
export async function readCall(page: Page, id: string): Promise<ShownCall> {
  const call = article(page, id);
  await call.and(page.locator(':not(:has(ol[aria-busy=true]))')).waitFor();
  // What stands below the first screen comes a moment later.
  await call.getByText('All fields').waitFor({ state: 'attached' });
  return {
    terms: Object.fromEntries(
      await call.locator('dl dt').evaluateAll((terms) =>
        terms.map((term) => {
          const value = term.nextElementSibling;
          return [term.textContent.trim(), (value?.firstElementChild ?? value)?.textContent.trim() ?? ''];
        }),
      ),
    ),
    turns: await call.getByRole('list', { name: 'Transcript' }).locator('> li').count(),
    extracted: await call.getByRole('table', { name: 'Extracted data' }).locator('> tbody > tr').count(),
  };
}

/** Has everything said in a language, by a message of an extension page, which begins anew then; `null`: in the browser's, English. */
export async function chooseLanguage(page: Page, language: Language | null): Promise<void> {
  await page.evaluate((payload) => void chrome.runtime.sendMessage({ name: 'setLanguage', payload }), { language });
  await page.locator(`html[lang|=${language ?? 'en'}]`).waitFor({ state: 'attached' });
}
