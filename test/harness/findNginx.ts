import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the gateway loads beside nginx: Debian's `libnginx-mod-http-js`. */
const jsModule = '/usr/lib/nginx/modules/ngx_http_js_module.so';

/** Path of an nginx that can be the gateway; undefined where this machine has none, or not its JavaScript module. */
export function findNginx(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path));
  return existsSync(jsModule) ? found : undefined;
}
