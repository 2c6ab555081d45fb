import type { Page } from 'playwright-core';
import { oddCalls } from './calls/odd';
import { booked, type Stage } from './stage';

/** Says a text by its key, in the language on screen. */
export type Say = (key: string, values?: Record<string, string>) => string;

/** A screen of the product, reached by what it says in any language. */
interface Screen {
  name: string;
  set(stage: Stage, say: Say): Promise<Page>;
}

/** Opens everything that is folded. */
async function unfold(page: Page): Promise<Page> {
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
  return page;
}

const openCall = async ({ extension }: Stage, provider: string, id: string) => {
  const page = await extension.callPage({ provider, id });
  await page.getByRole('article').waitFor();
  await page.locator('details summary').first().waitFor();
  return page;
};

const submit = async (page: Page, say: Say, text: string) => {
  await page.getByRole('searchbox', { name: say('lookup.box') }).fill(text);
  await page.getByRole('button', { name: say('lookup.submit'), exact: true }).click();
};

/** Every page, and of a call what is folded too. */
export const screens: Screen[] = [
  {
    name: 'options',
    async set({ extension }, say) {
      const page = await extension.options();
      await page.getByRole('form', { name: say('settings.add') }).waitFor();
      return unfold(page);
    },
  },
  {
    name: 'first-steps',
    async set({ extension }, say) {
      const page = await extension.open('welcome.html');
      await page.getByRole('list', { name: say('welcome.steps') }).waitFor();
      return page;
    },
  },
  {
    name: 'popup',
    async set({ extension, crm }, say) {
      const page = await extension.popup();
      await crm.bringToFront();
      await page
        .getByRole('list', { name: say('pageCalls.title') })
        .getByText(say('status.completed'))
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'popup-call',
    async set({ extension }, say) {
      const page = await extension.popup();
      await submit(page, say, '3517893');
      await page.getByRole('article').waitFor();
      return page;
    },
  },
  {
    name: 'results',
    async set({ extension }, say) {
      const page = await extension.popup();
      await submit(page, say, ['50958', 'call_x9y3zp4mq7r1', oddCalls.words.id, '999999999'].join('\n'));
      await page.getByText(say('lookup.done', { done: '4', total: '4' })).waitFor();
      return page;
    },
  },
  {
    name: 'panel',
    async set({ extension, crm }, say) {
      const page = await extension.panel();
      await crm.bringToFront();
      const connection = page.getByRole('combobox', { name: say('lists.connection') });
      await connection.selectOption({ label: 'Demo dialnexa' });
      await page
        .getByRole('list', { name: say('lists.latest') })
        .getByText('call_mfgsn90vwcozgb')
        .waitFor();
      await page.getByText(say('filters.title'), { exact: true }).click();
      return page;
    },
  },
  { name: 'call', set: async (stage) => unfold(await openCall(stage, booked.provider, booked.id)) },
  { name: 'call-with-concerns', set: async (stage) => unfold(await openCall(stage, 'omnidimension', '3517893')) },
  {
    name: 'call-with-metrics',
    set: async (stage) => unfold(await openCall(stage, 'vapi', '019a9622-4f40-7a3c-8d21-5b7e9f1c0a11')),
  },
  {
    name: 'export',
    async set(stage, say) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page.getByRole('button', { name: say('takeAway.export') }).click();
      await page.getByRole('menuitem').first().waitFor();
      return page;
    },
  },
  {
    name: 'keys',
    async set(stage, say) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page.getByRole('button', { name: say('call.keys.title') }).click();
      return page;
    },
  },
  {
    name: 'compare',
    async set({ extension }, say) {
      const page = await extension.open('call.html#/omnidimension/3517893/vs/omnidimension/3517894');
      await page.getByRole('table', { name: say('versus.title') }).waitFor();
      return page;
    },
  },
  {
    name: 'not-found',
    async set({ extension }) {
      const page = await extension.callPage({ provider: 'dialnexa', id: 'call_zzzzzzzzzzzz' });
      await page.getByRole('alert').waitFor();
      return page;
    },
  },
];
