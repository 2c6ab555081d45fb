import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('makes live ranges in two places alone, one each: a page pays for every one on each of its changes', () => {
  const makers = globSync('{lib/page,entrypoints/crm.content}/**/*.ts').filter((file) =>
    /\bnew Range\(|createRange\(/.test(readFileSync(file, 'utf8')),
  );
  expect(makers.sort()).toEqual(['lib/page/detect/askRange.ts', 'lib/page/detect/walkText.ts']);
});
