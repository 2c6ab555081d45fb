import { expect, test } from 'vitest';
import { apiAddress } from '../../lib/browser/origins';

const regions = [
  { id: 'us', baseUrl: 'https://api.example.com' },
  { id: 'eu', baseUrl: 'https://api.eu.example.com' },
];

test.each<[string, { region?: string; baseUrl?: string }, string | undefined]>([
  ['the first region where none is named', {}, 'https://api.example.com'],
  ['the region that is named', { region: 'eu' }, 'https://api.eu.example.com'],
  ['the first where the named one is none', { region: 'mars' }, 'https://api.example.com'],
  ['the gateway before any region', { region: 'eu', baseUrl: 'https://g.example.com' }, 'https://g.example.com'],
  ['the region where the gateway is left empty', { region: 'eu', baseUrl: '' }, 'https://api.eu.example.com'],
])('an account is asked at %s', (_, connection, address) => {
  expect(apiAddress(regions, connection)).toBe(address);
});

test('there is no address without a region or a gateway', () => {
  expect(apiAddress([], {})).toBeUndefined();
});
