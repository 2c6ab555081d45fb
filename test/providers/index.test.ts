import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import type { FailureCode } from '../../lib/errors';
import { providerById, providers } from '../../lib/providers';
import { isApiAddress } from '../../lib/browser/origins';
import { isId } from '../../lib/page/detect/idShapes';
import type { Provider, Region } from '../../lib/providers/provider';

const isProvider = (value: unknown): value is Provider =>
  typeof value === 'object' && value !== null && 'toCall' in value;

test('the list holds every provider of the folder', async () => {
  const names = readdirSync('lib/providers', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['reading', 'described'].includes(entry.name))
    .map(({ name }) => name);
  const modules = await Promise.all(
    names.map((name) => import(`../../lib/providers/${name}/index.ts`) as Promise<object>),
  );
  const found = modules.flatMap((module) => Object.values(module).filter(isProvider));
  expect(new Set(providers)).toEqual(new Set(found));
  expect(providers.map(({ id }) => id).sort()).toEqual(names.sort());
  expect(providers.map(({ id }) => providerById(id))).toEqual(providers);
  expect(() => providerById('other')).toThrow('unexpected');
});

describe.each(providers)('$name', ({ id, regions, keyHelp, samples, ids, account, authorize }) => {
  test('has regions of its own, each with an address that can be an API', () => {
    const file = JSON.parse(readFileSync(`lib/providers/${id}/regions.json`, 'utf8')) as Region[];
    expect(regions).toEqual(file);
    expect(new Set(regions.map((each) => each.id)).size).toBe(regions.length);
    for (const { baseUrl } of regions) {
      expect(isApiAddress(baseUrl)).toBe(true);
      expect(baseUrl).not.toMatch(/\/$/);
    }
  });

  test('says what key to create, puts it into headers, and has sample calls', () => {
    expect(keyHelp.en).toMatch(/^\p{Lu}.{19,}\.$/u);
    expect(Object.values(authorize('the-key')).join()).toContain('the-key');
    expect(samples.ids.length).toBeGreaterThan(0);
    expect(Object.keys(samples.documented).length).toBeGreaterThan(0);
  });

  test('has IDs that the pages can be searched for', () => {
    for (const shape of ids) {
      if (shape.kind === 'opaque') continue;
      const examples = fc.sample(fc.stringMatching(new RegExp(`^(?:${shape.pattern})$`)), { numRuns: 50, seed: 1 });
      for (const example of examples) {
        expect(isId(example, [shape])).toBe(true);
        if (shape.kind === 'prefix') expect(example.startsWith(shape.prefix)).toBe(true);
      }
      if (shape.kind === 'prefix') expect(shape.prefix).toMatch(/^\w+[_-]$/);
    }
    for (const sample of samples.ids) expect(isId(sample, ids) || ids.some(({ kind }) => kind === 'opaque')).toBe(true);
  });

  test('has account fields that accept their own sample', () => {
    for (const { pattern, sample, label, phrase } of account) {
      expect(sample).toMatch(new RegExp(`^(?:${pattern})$`));
      expect(phrase.en.toLowerCase()).toContain(label.en.toLowerCase());
    }
  });
});

describe('what a refusal means', () => {
  const nest = (statusCode: number, message: Json, error = 'Error') => ({ statusCode, message, error });
  /** As the vendor's errors page has them, older ones, and FastAPI's own. */
  const elevenlabsRefusals = (
    [
      [401, { status: 'invalid_api_key', message: 'Invalid API key' }, 'key-rejected', 'Invalid API key'],
      [
        401,
        { status: 'needs_authorization', message: 'No xi-api-key was received.' },
        'key-rejected',
        'No xi-api-key was received.',
      ],
      [
        401,
        {
          type: 'authentication_error',
          code: 'unauthorized',
          status: 'missing_permissions',
          message: 'The API key you used is missing the permission convai_read to execute this operation.',
        },
        'scope-missing',
        'The API key you used is missing the permission convai_read to execute this operation.',
      ],
      [
        401,
        { status: 'quota_exceeded', message: 'This request exceeds your quota.' },
        'payment-required',
        'This request exceeds your quota.',
      ],
      [404, { type: 'not_found', message: 'Conversation abc not found.' }, 'not-found', 'Conversation abc not found.'],
      [
        400,
        { status: 'invalid_id', message: 'An item with ID abc was not found.' },
        'not-found',
        'An item with ID abc was not found.',
      ],
      [404, 'Not Found', 'not-found', 'Not Found'],
      [
        422,
        [{ loc: ['query', 'page_size'], msg: 'Too large', type: 'value_error' }, { msg: 'Too late' }],
        'request-rejected',
        'Too large; Too late',
      ],
      [422, [{ msg: 'Conversation not found' }], 'not-found', 'Conversation not found'],
      [429, { code: 'rate_limit_exceeded', message: 'Slow down.' }, 'rate-limited', 'Slow down.'],
      [500, { message: 'Internal error' }, 'provider-down', 'Internal error'],
    ] as const
  ).map(([status, detail, code, said]): [string, number, Json, FailureCode, string] => [
    'elevenlabs',
    status,
    { detail } as unknown as Json,
    code,
    said,
  ]);
  test.each<[provider: string, status: number, body: Json, code: FailureCode, said: string]>([
    [
      'omnidimension',
      401,
      { error: 'unauthorized', error_description: 'Missing or invalid API key' },
      'key-rejected',
      'Missing or invalid API key',
    ],
    [
      'omnidimension',
      400,
      { success: false, plan_expire: false, error: 'Concurrency call limit exceeded' },
      'request-rejected',
      'Concurrency call limit exceeded',
    ],
    ['omnidimension', 404, { error: 'not_found', detail: 'No such route' }, 'not-found', 'not_found'],
    ['omnidimension', 405, { message: 'Method not allowed' }, 'request-rejected', 'Method not allowed'],
    ['omnidimension', 502, { error: 'Bad gateway' }, 'provider-down', 'Bad gateway'],
    ['dialnexa', 400, nest(400, 'Invalid call ID format'), 'not-found', 'Invalid call ID format'],
    ['dialnexa', 401, nest(401, 'API key is missing or invalid'), 'key-rejected', 'API key is missing or invalid'],
    ['dialnexa', 402, nest(402, 'Insufficient balance'), 'payment-required', 'Insufficient balance'],
    [
      'dialnexa',
      403,
      nest(403, 'You do not have permission to access this call'),
      'no-access',
      'You do not have permission to access this call',
    ],
    ['dialnexa', 404, nest(404, 'Call not found'), 'not-found', 'Call not found'],
    ['dialnexa', 422, nest(422, ['a is wrong', 'b is wrong']), 'request-rejected', 'a is wrong; b is wrong'],
    ['dialnexa', 429, nest(429, 'Too many requests'), 'rate-limited', 'Too many requests'],
    ['dialnexa', 500, nest(500, 'Internal server error'), 'provider-down', 'Internal server error'],
    [
      'highlevel',
      400,
      nest(400, 'LocationId is missing in query'),
      'account-missing',
      'LocationId is missing in query',
    ],
    [
      'highlevel',
      401,
      nest(401, 'Invalid token: access token is invalid'),
      'key-rejected',
      'Invalid token: access token is invalid',
    ],
    [
      'highlevel',
      401,
      nest(401, 'The token is not authorized for this scope.'),
      'scope-missing',
      'The token is not authorized for this scope.',
    ],
    [
      'highlevel',
      401,
      nest(401, 'Invalid Private Integration token'),
      'key-rejected',
      'Invalid Private Integration token',
    ],
    [
      'highlevel',
      401,
      nest(401, 'This location is not accessible from this token!'),
      'no-access',
      'This location is not accessible from this token!',
    ],
    ['highlevel', 401, nest(401, 'Invalid JWT'), 'key-rejected', 'Invalid JWT'],
    ['highlevel', 401, nest(401, 'version header was not found.'), 'request-rejected', 'version header was not found.'],
    ['highlevel', 401, nest(401, 'version header is invalid'), 'request-rejected', 'version header is invalid'],
    [
      'highlevel',
      403,
      nest(403, 'The token does not have access to this location.'),
      'no-access',
      'The token does not have access to this location.',
    ],
    [
      'highlevel',
      422,
      nest(422, ['property query should not exist', 'pageSize cannot exceed 50']),
      'request-rejected',
      'property query should not exist; pageSize cannot exceed 50',
    ],
    ...elevenlabsRefusals,
    [
      'bland',
      401,
      { data: null, errors: [{ error: 'AUTH_FAILURE', message: 'Unauthorized' }] },
      'key-rejected',
      'Unauthorized',
    ],
    ['bland', 403, { status: 'error', message: 'Your account is flagged.' }, 'no-access', 'Your account is flagged.'],
    ['bland', 404, { errors: [{ error: 'CALL_NOT_FOUND', message: 'Call not found' }] }, 'not-found', 'Call not found'],
    ['bland', 429, { status: 'error', message: 'Rate limit exceeded' }, 'rate-limited', 'Rate limit exceeded'],
    [
      'synthflow',
      404,
      { detail: { status: 'error', description: 'Call not found', request_id: 'r', category: 'c' } },
      'not-found',
      'Call not found',
    ],
    ['synthflow', 400, { detail: { description: 'Call not found' } }, 'not-found', 'Call not found'],
    ['synthflow', 400, { detail: { description: 'model_id is required' } }, 'request-rejected', 'model_id is required'],
    ['synthflow', 401, { detail: 'Invalid API key' }, 'key-rejected', 'Invalid API key'],
  ])('%s %i %j', (provider, status, body, code, said) =>
    expect(providerById(provider).explain(status, body)).toEqual({ code, status, said }),
  );

  test.each(providers)('$name: nothing said leaves the general meaning', ({ explain }) => {
    for (const body of [
      undefined,
      null,
      'text',
      [],
      {},
      { message: 5 },
      { message: ['', null] },
      { error: false },
    ] as const) {
      expect(explain(401, body as Json)).toBeUndefined();
    }
  });

  test.each(providers)('$name: what is said holds no key and at most 200 characters', ({ explain }) => {
    const key = 'pit-01234567-89ab-cdef-0123-456789abcdef';
    const said = explain(401, { message: `Bad token ${key} ${'x'.repeat(300)}` })?.said ?? '';
    expect(said).toMatch(/^Bad token •••••• x+…$/);
    expect(said).toHaveLength(200);
  });
});
