import * as fc from 'fast-check';
import type { MessageName } from '../../lib/messages';
import { contract } from '../../lib/worker/schemas';

export const names = Object.keys(contract) as MessageName[];
const site = 'https://crm.example.com';

/** Members that the contract knows, and some that reach for what they should not. */
const members = fc.constantFrom(
  'id',
  'provider',
  'connection',
  'label',
  'key',
  'baseUrl',
  'region',
  'account',
  'text',
  'address',
  'request',
  'ref',
  'refresh',
  'filters',
  'cursor',
  'pointer',
  'pattern',
  'rules',
  'on',
  'tab',
  'candidates',
  'pointed',
  'calls',
  'unreadable',
  'phones',
  '__proto__',
  'constructor',
  'toString',
  'then',
  'toJSON',
);
const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => [{ inner }], 1);
const values = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('50958', 'c', 'dialnexa', '/a/0', `${site}/*`, '', '\u0000', '../../x') },
  { weight: 3, arbitrary: fc.constantFrom(true, false, null, 0, 1, -1, NaN, 2 ** 53, 1e308) },
  { weight: 2, arbitrary: fc.constantFrom({ provider: 'dialnexa', connection: 'c', id: 'call_abc123' }, [], {}, [{}]) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(1 << 20), nested(500), new Date(0), /x/, new Map([[1, 2]])) },
  { weight: 2, arbitrary: fc.anything({ withNullPrototype: true, withSparseArray: true }) },
);
const pairs = fc.array(fc.tuple(members, values), { maxLength: 6 });
/** As JSON makes it: `__proto__` is a member like any other. */
const payloads = pairs.map((all) => {
  const payload = {};
  for (const [name, value] of all)
    Object.defineProperty(payload, name, { value, enumerable: true, configurable: true, writable: true });
  return payload;
});
/** Messages of every name with members that fit, nearly fit and do not fit at all. */
export const anyMessage = fc.oneof(
  { weight: 8, arbitrary: fc.record({ name: fc.constantFrom(...names), payload: payloads }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constantFrom('__proto__', 'constructor', 'x'), payload: payloads }) },
  { weight: 1, arbitrary: fc.anything() },
);
