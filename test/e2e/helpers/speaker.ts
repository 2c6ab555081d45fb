import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Envelope } from '../../../lib/messages';

/** A page of the extension that tests can speak through: Firefox lets no driver navigate to one. It sends what the test's server hands out. */
const speaker = `
  const { ask, answer } = ADDRESSES;
  for (;;) {
    const message = await (await fetch(ask)).json();
    const own = () => browser.extension.getViews({ type: 'tab' }).map(({ location }) => location.href);
    const reply =
      message.name === 'tabs' ? { ok: own() }
      : message.name === 'openTab' ? { ok: Boolean(await browser.tabs.create(message.payload)) }
      : message.name === 'stored' ? { ok: await browser.storage.local.get(null) }
      : await browser.runtime.sendMessage(message);
    await fetch(answer, { method: 'POST', body: JSON.stringify(reply ?? null) });
  }`;

/** A server on this machine through which a test asks an extension in Firefox; `html` returns the page of any other path. */
export async function startSpeaker(html: (path: string) => string) {
  const waiting: { message: unknown; answered(reply: Envelope | null): void }[] = [];
  const ready: ((message: unknown) => void)[] = [];
  const server = createServer(async (request, response) => {
    const { url = '/' } = request;
    response.setHeader('access-control-allow-origin', '*');
    if (url === '/ask') {
      const next = waiting[0]?.message ?? (await new Promise((resolve) => ready.push(resolve)));
      return response.end(JSON.stringify(next));
    }
    if (url === '/answer') {
      let body = '';
      for await (const part of request) body += String(part);
      waiting.shift()?.answered(JSON.parse(body) as Envelope | null);
      return response.end();
    }
    return response.setHeader('content-type', 'text/html').end(html(url));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    /** Asks the worker as a page of the extension. */
    tell: (name: string, payload: object = {}) =>
      new Promise<Envelope | null>((answered) => {
        const message = { name, payload };
        waiting.push({ message, answered });
        ready.shift()?.(message);
      }),
    /** Puts the page that speaks into a built extension, which opens it when it starts. */
    async addTo(folder: string) {
      const addresses = JSON.stringify({ ask: `${address}/ask`, answer: `${address}/answer` });
      await writeFile(join(folder, 'speaker.js'), speaker.replace('ADDRESSES', addresses));
      await writeFile(join(folder, 'speaker.html'), '<script type="module" src="speaker.js"></script>');
      await writeFile(join(folder, 'start.js'), `browser.tabs.create({ url: '/speaker.html', active: false });`);
      const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
        background: { scripts: string[] };
      };
      manifest.background.scripts.push('start.js');
      await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
