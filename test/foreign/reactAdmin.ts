import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ForeignApplication } from './application';
import { typedId } from './planted';
import { freePort, run, serve } from './processes';

const app = (folder: string) => join(folder, 'crm');
const program = (folder: string, name: string) => join(app(folder), 'node_modules/.bin', name);
const npm = ['--no-audit', '--no-fund', '--ignore-scripts'];

async function install(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  await run('npm', ['install', ...npm, 'create-react-admin@5.15.0'], folder);
  const generator = join(folder, 'node_modules/.bin/create-react-admin');
  await run(
    generator,
    ['crm', '--data-provider', 'json-server', '--resource', 'contacts', '--install', 'skip'],
    folder,
  );
  // Its linters and test runners are not needed.
  await run('npm', ['pkg', 'delete', 'devDependencies'], app(folder));
  await run('npm', ['install', ...npm, 'json-server@0.17.4', 'vite@7', '@vitejs/plugin-react@4'], app(folder));
  // A path instead of a host: the same server serves pages and data.
  await run(program(folder, 'vite'), ['build'], app(folder), { VITE_JSON_SERVER_URL: '/.' });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

export const reactAdmin: ForeignApplication = {
  name: 'react-admin 5.15',
  source: 'npm: `create-react-admin`, `json-server` (React, MUI)',
  install,
  async start(folder) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const database = join(folder, 'db.json');
    await rm(database, { force: true });
    // The server takes its folder of pages as a path from where it runs.
    await writeFile(database, '{"contacts":[]}');
    const close = await serve(
      program(folder, 'json-server'),
      ['--host', '127.0.0.1', '--port', String(port), '--static', 'crm/dist', database],
      { cwd: folder, url: `${url}contacts` },
    );
    return {
      url,
      close,
      async plant(contacts) {
        for (const contact of contacts) {
          const { callId, orderNumber, ...rest } = contact;
          // A name that ends with “id” would be a reference to another record.
          const body = JSON.stringify({ call_number: callId, order_number: orderNumber, ...rest });
          const answer = await fetch(`${url}contacts`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          });
          if (!answer.ok) throw new Error(`react-admin saved no contact: ${answer.status}`);
        }
      },
      saved: async () => (await fetch(`${url}contacts`)).text(),
      views: [
        { name: 'list', go: (page) => page.goto(`${url}#/contacts`) },
        {
          name: 'list, sorted',
          go: (page) => page.getByRole('columnheader', { name: 'Call number' }).getByRole('button').click(),
        },
        { name: 'list, row selected', go: (page) => page.getByRole('checkbox').nth(2).check() },
        { name: 'detail', go: (page) => page.goto(`${url}#/contacts/2/show`) },
        { name: 'edit form', go: (page) => page.getByRole('link', { name: 'Edit' }).click() },
        {
          name: 'edit form, changed',
          go: (page) => page.getByLabel('Remark', { exact: true }).fill(`Call ID: ${typedId}`),
        },
        { name: 'saved, back in the list', go: (page) => button(page, 'Save').click() },
        { name: 'back', go: (page) => page.goBack() },
        { name: 'forward', go: (page) => page.goForward() },
      ],
    };
  },
};
