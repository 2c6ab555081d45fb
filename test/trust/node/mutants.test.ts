import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mutants } from '../mutants';

it.for(mutants)('$row: “$without” can be taken out, and its suite is there', ({ file, defence, instead, suite }) => {
  expect(readFileSync(file, 'utf8').split(defence)).toHaveLength(2);
  expect(instead).not.toBe(defence);
  expect(existsSync(suite)).toBe(true);
});
