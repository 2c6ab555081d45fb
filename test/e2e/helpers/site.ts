import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves a web site on this machine; `html` returns the page of a path. */
export async function serveSite(html: (path: string) => string) {
  const server = createServer(({ url = '/' }, response) => {
    response.setHeader('content-type', 'text/html').end(html(url));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** Ends with a slash. */
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}
