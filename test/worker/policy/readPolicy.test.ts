// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { noPolicy } from '../../../lib/storage/policy';
import { connectionsNamedIn } from '../../../lib/worker/policy/connectionsNamedIn';
import { toPolicy } from '../../../lib/worker/policy/toPolicy';

const sales = { id: 'sales', provider: 'retell', label: 'Sales', baseUrl: 'https://calls.example.com/retell/' };
const read = (raw: Record<string, unknown>, keys = {}) => toPolicy(raw, keys);

test('no policy is none', () => {
  expect(read({})).toEqual({ ...noPolicy, note: undefined });
});

test('a connection has its key by the policy, or by the user, for its own address alone', () => {
  const { connections } = read({
    connections: [sales, { id: 'support', provider: 'vapi', key: 'of-the-company-k3y5' }],
  });
  expect(connections).toEqual([
    {
      id: 'policy:sales',
      provider: 'retell',
      label: 'Sales',
      baseUrl: 'https://calls.example.com/retell',
      sample: false,
      keyEnd: undefined,
      managed: { key: 'byUser' },
    },
    {
      id: 'policy:support',
      provider: 'vapi',
      label: 'Vapi',
      sample: false,
      keyEnd: 'k3y5',
      managed: { key: 'byPolicy' },
    },
  ]);
  const entered = (origin: string) =>
    read({ connections: [sales] }, { 'policy:sales': { origin, end: 'mine' } }).connections[0]?.keyEnd;
  expect(entered('https://calls.example.com')).toBe('mine');
  expect(entered('https://elsewhere.example.com')).toBeUndefined();
});

test('no key is among what pages read', () => {
  const policy = read({
    connections: [
      { ...sales, key: 'of-the-company-k3y5' },
      { ...sales, id: 'two', key: 'wrong key' },
    ],
  });
  expect(JSON.stringify(policy)).not.toMatch(/of-the-company|wrong key/);
});

describe('what is wrong costs only itself, and is said in words', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown member', { connection: [] }, 'The whole file: These members are not known: connection.'],
    ['no list', { sites: 'crm.example.com' }, '/sites: This must be a list.'],
    ['a text for true', { hidePersonalData: 'yes' }, '/hidePersonalData: This must be true or false.'],
    [
      'an unknown provider',
      { connections: [{ ...sales, provider: 'rettel' }] },
      '/connections/0/provider: This must be one of: omnidimension, dialnexa, highlevel, retell, vapi, elevenlabs, bland, synthflow.',
    ],
    [
      'a misspelled member',
      { connections: [{ ...sales, baseURL: 'https://x.example' }] },
      '/connections/0: These members are not known: baseURL.',
    ],
    ['no ID', { connections: [{ provider: 'retell' }] }, '/connections/0/id: This is missing.'],
    [
      'an ID with a space',
      { connections: [{ ...sales, id: 'a b' }] },
      '/connections/0/id: This must be letters, digits, hyphens and underscores, without spaces.',
    ],
    [
      'plain http',
      { connections: [{ ...sales, baseUrl: 'http://calls.example.com' }] },
      '/connections/0/baseUrl: This must begin with https:// (or http:// on this machine), and have no query and no slash at its end.',
    ],
    [
      'a field of no account',
      { connections: [{ ...sales, account: { locationId: 'x' } }] },
      '/connections/0/account/locationId: Accounts of Retell AI have no such field.',
    ],
    [
      'no region of it',
      { connections: [{ ...sales, region: 'mars' }] },
      '/connections/0/region: This must be one of: main.',
    ],
    [
      'no time zone',
      { connections: [{ ...sales, zone: 'Mars/Olympus' }] },
      '/connections/0/zone: This must be a time zone as IANA names it, e.g. Europe/Berlin.',
    ],
    [
      'a key with a space',
      { connections: [{ ...sales, key: 'a b' }] },
      '/connections/0/key: A key has no spaces or special characters inside. Copy it again from the provider’s page.',
    ],
    [
      'an address of no site',
      { sites: [{ address: '*' }] },
      '/sites/0/address: Give the address of one site, such as crm.example.com: only pages with https can be read.',
    ],
    [
      'a slow pattern',
      { sites: [{ address: 'crm.example.com', rules: [{ kind: 'pattern', pattern: '(a+)+', provider: 'retell' }] }] },
      '/sites/0/rules: This is not as the schema says.',
    ],
    ['no part of a note', { note: ['summery'] }, '/note/0: This must be one of: callId, provider,'],
    ['no part of the settings', { locked: ['keys'] }, '/locked/0: This must be one of: connections, sites, note.'],
    ['nothing to forbid', { forbidden: ['exports'] }, '/forbidden/0: This must be one of: export, reveal.'],
    [
      'an ID that is there twice',
      { connections: [sales, sales] },
      '/connections: sales is there twice: the first one counts.',
    ],
    [
      'a site that is there twice',
      { sites: [{ address: 'crm.example.com' }, { address: 'https://crm.example.com/' }] },
      '/sites: https://crm.example.com/* is there twice: the first one counts.',
    ],
  ])('%s', (_, wrong, sentence) => {
    const right = { forbidden: ['reveal'], note: ['summary'], locked: ['note'], hidePersonalData: true };
    const raw: Record<string, unknown> = { ...right, ...wrong };
    for (const [name, value] of Object.entries(wrong))
      if (Array.isArray(value) && name in right) raw[name] = [...value, ...(right[name as 'note'] ?? [])];
    const policy = read(raw);
    expect(policy.problems).toEqual([expect.stringContaining(sentence)]);
    expect(policy).toMatchObject({ ...right, hidePersonalData: raw['hidePersonalData'] === true });
    expect(
      read({ ...raw, connections: [...((raw['connections'] as []) ?? []), { ...sales, id: 'other' }] }).connections.at(
        -1,
      ),
    ).toMatchObject({ id: 'policy:other' });
  });
});

test('a connection that is wrong today is still named', () => {
  expect(connectionsNamedIn({ connections: [{ id: 'sales', provider: 'rettel' }, 7, {}] })).toEqual(
    new Set(['policy:sales']),
  );
  expect(connectionsNamedIn({ connections: 'none' })).toEqual(new Set());
});
