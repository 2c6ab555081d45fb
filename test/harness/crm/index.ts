import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const files: Record<string, [file: string, type: string]> = {
  '/': ['contact.html', 'text/html; charset=utf-8'],
  '/crm.css': ['crm.css', 'text/css; charset=utf-8'],
};

/** Serves the demo CRM on loopback; `url` is the page of its one contact. */
export async function startCrm(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const found = files[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    if (!found) return response.writeHead(404).end();
    const [file, type] = found;
    response.writeHead(200, { 'content-type': type }).end(await readFile(new URL(file, import.meta.url)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
