import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lwc } from './lwc';

const folder = fileURLToPath(new URL('../../fixtures/kits/', import.meta.url));
const crayons = new URL('../../../node_modules/@freshworks/crayons/dist/crayons/', import.meta.url);

interface KitSite {
  url: string;
  /** What pages have posted to `/save`, byte for byte. */
  saved: Buffer[];
  close(): void;
}

/** Builds pages of `test/fixtures/kits` (by name, `salesforce/native`) and serves them on loopback at `url + name`. */
export async function serveKits(names: string[]): Promise<KitSite> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => folder + name),
    outdir: folder,
    outbase: folder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', 'import.meta.env.SSR': 'false' },
    logLevel: 'error',
    plugins: [lwc(`${folder}salesforce`)],
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [`/${path.slice(folder.length)}`, text]));
  const saved: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const { url = '/' } = request;
    if (request.method === 'POST') {
      saved.push(Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)));
      response.end();
      return;
    }
    const type = /\.(?:js|css)$/.exec(url)?.[0];
    response.setHeader('content-type', `text/${type ? types[type] : 'html'}; charset=utf-8`);
    if (!type) response.end(shell(url, scripts.has(`${url}.css`)));
    else if (url.startsWith('/crayons/')) response.end(await readFile(new URL(url.slice('/crayons/'.length), crayons)));
    else response.end(scripts.get(url));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, saved, close: () => server.close() };
}

const types: Record<string, string> = { '.js': 'javascript', '.css': 'css' };

const shell = (path: string, isStyled: boolean) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>CRM</title>${isStyled ? `<link rel="stylesheet" href="${path}.css">` : ''}<body><div id="app"></div><script type="module" src="${path}.js"></script></body></html>`;
