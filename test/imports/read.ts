import { parseSync, Visitor } from 'oxc-parser';

/** One import of a file, as it is written. */
export interface Written {
  /** The text between the quotes; undefined where it is put together at run time. */
  name: string | undefined;
  /** Only types: nothing of it is left in the built file. */
  type: boolean;
  line: number;
}

const kinds = (specifiers: { importKind?: string | undefined; exportKind?: string | undefined }[]) =>
  specifiers.length > 0 && specifiers.every((each) => (each.importKind ?? each.exportKind) === 'type');

/**
 * Every import of a source text: static, type-only, re-export, dynamic, `import('x').Y`, `require`, `import.meta.glob`. The global
 * `browser.storage` counts as an import of that name. Throws where the text cannot be parsed.
 */
export function importsOf(path: string, source: string): Written[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: Written[] = [];
  const add = (node: { start: number }, name: unknown, type: boolean) =>
    found.push({
      name: typeof name === 'string' ? name : undefined,
      type,
      line: source.slice(0, node.start).split('\n').length,
    });
  const valueOf = (node: object | null | undefined) => (node && 'value' in node ? node.value : undefined);
  const isBrowser = (node: { type: string } | null) =>
    node?.type === 'Identifier' && 'name' in node && (node.name === 'browser' || node.name === 'chrome');

  new Visitor({
    ImportDeclaration: (node) =>
      void add(node, node.source.value, node.importKind === 'type' || kinds(node.specifiers as [])),
    ExportAllDeclaration: (node) => void add(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source.value, node.exportKind === 'type' || kinds(node.specifiers));
    },
    ImportExpression: (node) => void add(node, valueOf(node.source), false),
    TSImportType: (node) => void add(node, valueOf(node.source), true),
    TSExternalModuleReference: (node) => void add(node, valueOf(node.expression), false),
    CallExpression: (node) => {
      const isGlob = /^import\.meta\.glob\b/.test(source.slice(node.start, node.start + 20));
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
      if (isGlob) add(node, undefined, false);
      if (isRequire) add(node, valueOf(node.arguments[0]), false);
    },
    MemberExpression: (node) => {
      const property = node.property as { name?: string; value?: unknown };
      if (isBrowser(node.object) && (property.name ?? property.value) === 'storage')
        add(node, 'browser.storage', false);
    },
    VariableDeclarator: (node) => {
      if (node.id.type !== 'ObjectPattern' || !isBrowser(node.init)) return;
      const names = node.id.properties.map((each) => 'key' in each && 'name' in each.key && each.key.name);
      if (names.includes('storage')) add(node, 'browser.storage', false);
    },
  }).visit(program);
  return found;
}
