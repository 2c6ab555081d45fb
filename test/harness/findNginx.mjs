// Plain JavaScript: install.mjs runs it on the machine's own Node before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the gateway loads beside nginx: Debian's `libnginx-mod-http-js`. */
const jsModule = '/usr/lib/nginx/modules/ngx_http_js_module.so';

/** Path of an nginx that can be the gateway; undefined where this machine has none, or not its JavaScript module. */
export function findNginx() {
  if (!existsSync(jsModule)) return undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path));
}
