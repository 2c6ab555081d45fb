import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
// The types of `lwc/…` promise types alone.
import { transformSync } from '@lwc/compiler';
import { resolveModule } from '@lwc/module-resolver';

/**
 * Compiles Lightning web components for esbuild: those of `folder` (`namespace/name/name.{js,html,css}`) and those of
 * lightning-base-components. A component's template and style sheet are imported by the compiler whether there are any or not.
 */
export const lwc = (folder: string): Plugin => ({
  name: 'lwc',
  setup({ onResolve, onLoad }) {
    const modules = [{ npm: 'lightning-base-components' }, { dir: folder }];
    // Four thousand drawings, of which the pages need none.
    onResolve({ filter: /^lightning\/iconSvgTemplates/ }, () => ({ path: 'icons', namespace: 'lwc-none' }));
    onResolve({ filter: /^[\w@][^:]*$/ }, ({ path, importer }) => {
      if (/^@?lwc\b/.test(path)) return undefined;
      try {
        return { path: resolveModule(path, importer || folder, { modules, rootDir: folder }).entry };
      } catch {
        return undefined;
      }
    });
    onResolve({ filter: /^\.{1,2}\/.*\.(?:html|css)(?:\?scoped=true)?$/ }, ({ path, resolveDir }) => {
      const [file, query] = path.split('?');
      const found = resolve(resolveDir, file!);
      return existsSync(found)
        ? { path: found, suffix: query ? `?${query}` : '' }
        : { path: extname(found), namespace: 'lwc-none' };
    });
    onLoad({ filter: /.*/, namespace: 'lwc-none' }, ({ path }) => ({
      contents:
        path !== '.html'
          ? 'export default {}'
          : `import { registerTemplate } from 'lwc'; export default registerTemplate(() => []);`,
      resolveDir: folder,
    }));
    onLoad({ filter: /\.(?:js|html|css)$/ }, ({ path, suffix }) => {
      const inComponent = path.startsWith(folder) || /lightning-base-components\/src\//.test(path);
      if (!inComponent) return undefined;
      const home = dirname(path);
      const { code } = transformSync(readFileSync(path, 'utf8'), path, {
        name: basename(home),
        namespace: basename(dirname(home)),
        scopedStyles: suffix !== '',
        enableDynamicComponents: true,
        enableStaticContentOptimization: true,
      });
      return { contents: code, loader: 'js' };
    });
  },
});
