import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ForeignApplication } from './application';
import { typedId } from './planted';
import { freePort, run, serve } from './processes';

const password = 'planted-by-a-test';
const python = '/usr/bin/python3';
const packages = ['python3', 'tryton-server', 'tryton-sao', 'tryton-modules-party'];

/** Where the packages are unpacked. */
const root = (folder: string, path = '') => join(folder, 'root', path);
const environment = (folder: string) => ({ PYTHONPATH: root(folder, 'usr/lib/python3/dist-packages') });

/** Downloads the Debian packages with what they need and this machine lacks, and unpacks them; nothing is installed. */
async function install(folder: string): Promise<void> {
  const plan = await run('apt-get', ['install', '--simulate', '--no-install-recommends', '-y', ...packages], folder);
  const missing = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name!);
  const downloaded = join(folder, 'packages');
  await mkdir(downloaded);
  await run('apt-get', ['download', '--quiet', ...missing], downloaded);
  for (const file of await readdir(downloaded))
    await run('dpkg-deb', ['--extract', join(downloaded, file), root(folder)], folder);
}

/** Calls Tryton's API as its own client does. */
function client(url: string) {
  let session = '';
  const call = async (method: string, params: unknown[]): Promise<unknown> => {
    const answer = await fetch(`${url}crm/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(session && { authorization: `Session ${session}` }) },
      body: JSON.stringify({ id: 1, method, params }),
    });
    const { result, error } = (await answer.json()) as { result?: unknown; error?: unknown };
    if (error) throw new Error(`Tryton, ${method}: ${JSON.stringify(error)}`);
    return result;
  };
  return {
    async logIn() {
      const [user, key] = (await call('common.db.login', ['admin', { password }, 'en'])) as [number, string];
      session = btoa(`admin:${user}:${key}`);
    },
    create: (model: string, ...records: object[]) => call(`model.${model}.create`, [records, {}]) as Promise<number[]>,
    /** The values of every record, in the order of the fields. */
    async read(model: string, fields: string[]) {
      const records = await call(`model.${model}.search_read`, [[], 0, null, [['id', 'ASC']], fields, {}]);
      return (records as Record<string, unknown>[]).map((record) => fields.map((field) => record[field]));
    },
  };
}

async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.fill('#login', 'admin');
  await page.getByRole('button', { name: 'Login' }).click();
  await page.fill('#ask-dialog-entry', password);
  await page.keyboard.press('Enter');
  await page.getByText('Administrator').first().waitFor();
  await openModel(page, 'party.party');
}

const openModel = (page: Page, path: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#crm/model/${path}`);

/** Of the tab in front: the others stay in the document. */
const tool = (page: Page, id: string) => page.locator(`#${id}:visible`);
/** A cell of the list in front. */
const cell = (page: Page, text: string) => page.locator('td:visible').filter({ hasText: text }).first();

const dialog = (page: Page) => page.locator('.modal.in').last();
const ok = (page: Page) => dialog(page).getByRole('button', { name: 'OK' }).click();

export const tryton: ForeignApplication = {
  name: 'Tryton 6.0',
  source: 'Debian: `tryton-server`, `tryton-sao`, `tryton-modules-party` (jQuery, Bootstrap)',
  install,
  async start(folder) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const data = join(folder, 'data');
    await rm(data, { recursive: true, force: true });
    await mkdir(data);
    const settings = join(folder, 'trytond.conf');
    await writeFile(
      settings,
      `[database]\nuri = sqlite://\npath = ${data}\n[web]\nlisten = 127.0.0.1:${port}\nroot = ${root(folder, 'usr/share/tryton-sao/www')}\n`,
    );
    await writeFile(join(data, 'crm.sqlite'), '');
    await writeFile(join(folder, 'password'), password);
    const env = { ...environment(folder), TRYTONPASSFILE: join(folder, 'password') };
    const server = (name: string) => [root(folder, `usr/bin/${name}`), '--config', settings];
    const filling = ['-d', 'crm', '-u', 'party', '--activate-dependencies', '--email', 'admin@example.com'];
    await run(python, [...server('trytond-admin'), ...filling], folder, env);
    const close = await serve(python, server('trytond'), { cwd: folder, url, env });
    const api = client(url);
    await api.logIn();
    return {
      url,
      close,
      async plant(contacts) {
        for (const { name, phone, callId, orderNumber, remark, note, link } of contacts) {
          const mechanisms = [
            { type: 'phone', value: phone, name: `Call ID: ${callId}` },
            { type: 'other', value: remark, name: `Order ${orderNumber}` },
            { type: 'website', value: link, name: 'Files' },
          ];
          const [party] = await api.create('party.party', { name, contact_mechanisms: [['create', mechanisms]] });
          await api.create('ir.note', { resource: `party.party,${party}`, message: note });
        }
      },
      async saved() {
        const parties = await api.read('party.party', ['name', 'code', 'contact_mechanisms', 'addresses']);
        const mechanisms = await api.read('party.contact_mechanism', ['type', 'value', 'name', 'comment', 'party']);
        const notes = await api.read('ir.note', ['message', 'resource']);
        return JSON.stringify({ parties, mechanisms, notes }, undefined, 1);
      },
      views: [
        { name: 'list of parties', go: (page) => logIn(page, url) },
        { name: 'list of contact mechanisms', go: (page) => openModel(page, 'party.contact_mechanism') },
        { name: 'the list, sorted', go: (page) => page.locator('th:visible').filter({ hasText: 'Value' }).click() },
        {
          name: 'record',
          async go(page) {
            await openModel(page, 'party.party');
            await cell(page, 'Grace Sample').dblclick();
          },
        },
        { name: 'dialog of notes', go: (page) => tool(page, 'note').click() },
        { name: 'record, dialog closed', go: (page) => ok(page) },
        { name: 'dialog of one line', go: (page) => page.locator('button[title="Open"]:enabled:visible').click() },
        {
          name: 'the dialog, changed',
          go: (page) => dialog(page).locator('input[name="name"]').fill(`Call ID: ${typedId}`),
        },
        { name: 'record, changed', go: (page) => ok(page) },
        { name: 'record, saved', go: (page) => tool(page, 'save').click() },
        { name: 'back', go: (page) => page.goBack() },
        { name: 'forward', go: (page) => page.goForward() },
      ],
    };
  },
};
