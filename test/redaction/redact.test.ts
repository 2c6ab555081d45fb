import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { mask } from '../../lib/redaction/mask';
import { redact, redactText } from '../../lib/redaction/redact';
import { without } from '../../lib/redaction/without';
import { pointerAt } from '../../lib/call/jsonPointer';
import { growth, linear } from '../harness/linear';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl';
const pit = 'pit-01234567-89ab-cdef-0123-456789abcdef';

describe('names', () => {
  test.each([
    'authenticationValue',
    'authorization',
    'Authorization',
    'api_key',
    'apiKey',
    'APIKey',
    'X-Api-Key',
    'access_token',
    'refreshToken',
    'token',
    'password',
    'client_secret',
    'clientSecret',
    'private_key',
    'signing-key',
    'credentials',
    'cookie',
    'signature',
    'secret__session',
    'secret__pin_number',
    'secret__status',
    'tokens',
  ])('%s is a secret', (name) =>
    expect(redact({ [name]: 'abc' })).toEqual({ value: { [name]: mask }, masked: [`/${name}`] }),
  );

  test.each<[string, Json]>([
    ['authenticationRequired', true],
    ['total_tokens', 31822],
    ['total_tokens', '31822'],
    ['prompt_tokens', 5],
    ['tokens', 543],
    ['keyword', 'blue'],
    ['secretary', 'Ann'],
    ['author', 'Ann'],
    ['recording_available_at', '2026-05-04 14:46:15'],
    ['call_recording_id', 50958],
    ['webhook_method', 'POST'],
    ['password', ''],
    ['password', null],
    ['password', false],
    ['token', ' '],
    ['fallback_stt_transcriber_id', 'tr_1'],
    ['headers', []],
  ])('%s: %j stays', (name, value) =>
    expect(redact({ [name]: value })).toEqual({ value: { [name]: value }, masked: [] }),
  );

  test('everything below a secret name is a secret', () => {
    expect(redact({ credentials: { user: 'ann', pins: [1234, true, null] } })).toEqual({
      value: { credentials: { user: mask, pins: [mask, true, null] } },
      masked: ['/credentials/user', '/credentials/pins/0'],
    });
  });

  test('a pair names its secret by value', () => {
    const { value, masked } = redact({
      parameters: [
        { name: 'api_key', type: 'string', example: 'abc' },
        { key: 'city', value: 'Bern' },
        { variable_name: 'session_token', old_value: 'one', new_value: 'two' },
        { variable_name: 'city', old_value: 'Bern', new_value: 'Basel' },
      ],
    });
    expect(value).toEqual({
      parameters: [
        { name: 'api_key', type: 'string', example: mask },
        { key: 'city', value: 'Bern' },
        { variable_name: 'session_token', old_value: mask, new_value: mask },
        { variable_name: 'city', old_value: 'Bern', new_value: 'Basel' },
      ],
    });
    expect(masked).toEqual(['/parameters/0/example', '/parameters/2/old_value', '/parameters/2/new_value']);
  });

  test.each<{ [name: string]: Json }>([
    { variable_name: {}, old_value: null },
    { variable_name: null, old_value: 'Bern' },
    { old_value: 'Bern' },
    { variable_name: 7 },
    { variable_name: '[1]' },
    { variable_name: 'preferred_day' },
  ])('%j: of a pair whose name cannot be read, what may be a secret is masked', (pair) => {
    const secret = 's3cred24217209af48216c24121b';
    expect(redact({ updates: [{ ...pair, new_value: secret }] }).value).toEqual({
      updates: [{ ...pair, new_value: mask }],
    });
    expect(redact({ updates: [{ ...pair, new_value: 'Basel' }] }).masked).toEqual([]);
  });

  test('a variable that is named as an ID is shown', () => {
    const updates = [{ variable_name: 'order_id', old_value: null, new_value: '9f42dbe5-dc98-7509-8173-fcac3e4a9916' }];
    expect(redact({ updates }).value).toEqual({ updates });
  });

  test.each<{ [name: string]: Json }>([{ name: {} }, { key: ['api_key'] }])('%j: nor is its value shown', (pair) => {
    const value = 's3cred24217209af48216c24121b';
    expect(redact({ list: [{ ...pair, value }] }).value).toEqual({ list: [{ ...pair, value: mask }] });
  });
});

describe('headers', () => {
  test('values are masked, except of benign ones', () => {
    const headers: Json[] = [
      { key: 'Content-Type', value: 'application/json' },
      { key: 'accept', value: '*/*' },
      { key: 'id', value: '1234567890' },
      { name: 'X-Custom', value: 'abc' },
      { value: 'nameless' },
    ];
    expect(redact({ headers }).masked).toEqual(['/headers/2/value', '/headers/3/value', '/headers/4/value']);
  });

  test('as an object, and as JSON in a text', () => {
    const headers = { Accept: '*/*', 'X-Custom': 'abc' };
    expect(redact({ headers }).value).toEqual({ headers: { Accept: '*/*', 'X-Custom': mask } });
    expect(redact({ request_headers: JSON.stringify(headers) }).value).toEqual({
      request_headers: JSON.stringify({ Accept: '*/*', 'X-Custom': mask }),
    });
    expect(redact({ headers: 'X-Custom: abc' }).value).toEqual({ headers: mask });
  });
});

describe('URLs', () => {
  test.each<[Json, Json]>([
    [
      { recording_url: 'https://recordings.example.com/a/b.mp3?x=1' },
      { recording_url: `https://recordings.example.com/${mask}` },
    ],
    [{ internal_recording_url: '/web/content?id=1' }, { internal_recording_url: `/${mask}` }],
    [{ recording_url: 'javascript:alert(1)' }, { recording_url: `javascript:${mask}` }],
    [{ recording_url: 'data:audio/wav;base64,AA' }, { recording_url: `data:${mask}` }],
    [{ recording_url: 'https://a:b@example.com/x' }, { recording_url: `https://${mask}@example.com/${mask}` }],
    [{ recording_url: 'http://example.com:8080/x' }, { recording_url: `http://example.com:8080/${mask}` }],
    [{ recording_url: false }, { recording_url: false }],
    [
      { recording: { url: 'https://example.com/x', duration: 5 } },
      { recording: { url: `https://example.com/${mask}`, duration: 5 } },
    ],
    [{ webhook_url: 'https://crm.example.com/in/1' }, { webhook_url: `https://crm.example.com/${mask}` }],
    [{ callbackUrl: 'https://crm.example.com/in/1' }, { callbackUrl: `https://crm.example.com/${mask}` }],
    [{ server: { url: 'https://a.example/in' } }, { server: { url: `https://a.example/${mask}` } }],
    [
      { tools: { server: [{ url: 'https://a.example/in' }] } },
      { tools: { server: [{ url: `https://a.example/${mask}` }] } },
    ],
    [{ serverUrl: 'https://a.example/in' }, { serverUrl: `https://a.example/${mask}` }],
    [{ serverUrlSecret: 'abc' }, { serverUrlSecret: mask }],
    [{ listenUrl: 'wss://a.example/1/listen' }, { listenUrl: `wss://a.example/${mask}` }],
    [{ webCallUrl: 'https://a.example/room' }, { webCallUrl: `https://a.example/${mask}` }],
    [{ callSipUri: 'sip:room@a.example' }, { callSipUri: `sip:${mask}` }],
    [{ presignedLogUrl: 'https://a.example/l' }, { presignedLogUrl: `https://a.example/${mask}` }],
    [{ presignedUrlsExpiresAt: '2026-11-18T10:00:00Z' }, { presignedUrlsExpiresAt: '2026-11-18T10:00:00Z' }],
    [{ twilioAccountSid: 'AC01' }, { twilioAccountSid: mask }],
    [{ customer: { url: 'https://a.example/people/1' } }, { customer: { url: 'https://a.example/people/1' } }],
    [{ structuredOutputs: { token_number: 'A12' } }, { structuredOutputs: { token_number: 'A12' } }],
  ])('%j', (raw, expected) => expect(redact(raw).value).toEqual(expected));
});

describe('shapes, also inside longer texts', () => {
  test.each<[string, string]>([
    ['sid secret_key_fb6cac5ad0_74f67317-cdd6 end', `sid ${mask} end`],
    ['curl -H "Authorization: Bearer token123"', `curl -H "Authorization: Bearer ${mask}"`],
    ['Basic dXNlcjpwYXNz', `Basic ${mask}`],
    [`a ${jwt}.`, `a ${mask}.`],
    [`my ${pit}!`, `my ${mask}!`],
    ['key sk_live_0123456789', `key ${mask}`],
    [`abcdefghij0123:${'0a'.repeat(32)}`, mask],
    ['to https://user:pass@example.com/x now', `to https://${mask}@example.com/${mask} now`],
    ['https://example.com/f?a=1&sig=abc&b=2', `https://example.com/f?a=1&sig=${mask}&b=2`],
    ['https://x.example.com/r?se=2026&sp=r&sig=a%2Bb', `https://x.example.com/r?se=${mask}&sp=${mask}&sig=${mask}`],
    [
      'https://b.example.com/k?X-Amz-Credential=AK&X-Amz-Signature=99&v=1',
      `https://b.example.com/k?X-Amz-Credential=${mask}&X-Amz-Signature=${mask}&v=1`,
    ],
    ['https://example.com/f#access_token=abc', `https://example.com/f#access_token=${mask}`],
    ['<a href="https://webhook.site/#!/edit/94b3">x</a>', `<a href="https://webhook.site/${mask}">x</a>`],
    ['https://hooks.slack.com/services/T0/B0/XX', `https://hooks.slack.com/${mask}`],
    ['https://hooks.zapier.com/hooks/catch/1/a', `https://hooks.zapier.com/${mask}`],
    ['https://hook.eu1.make.com/abc', `https://hook.eu1.make.com/${mask}`],
    ['https://discord.com/api/webhooks/123/abc', `https://discord.com/${mask}`],
    ['https://n8n.example.com/webhook/5f2c', `https://n8n.example.com/${mask}`],
    ['see https://cdn.example.com/call-9.mp3', `see https://cdn.example.com/${mask}`],
    ['a=1&client_secret=abc&b=2', `a=1&client_secret=${mask}&b=2`],
    ['cut off {"api_key": "abc", "n": 1', `cut off {"api_key": "${mask}", "n": 1`],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
    expect(redactText(expected)).toBe(expected);
  });

  test.each([
    'The bearer certificates are in the basic information leaflet.',
    'Order ORD-12345, call +1 234 567 890 or john@example.com.',
    'https://example.com/orders/12?page=2&sort=asc#top',
    'risk_assessment and task-management',
    'Agent: what is your password? User: I forgot.',
    'calls: 507f1f77bcf86cd799439011, call_x9y3zp4mq7r1, 50958',
  ])('nothing to mask: %s', (text) => expect(redactText(text)).toBe(text));
});

describe('JSON inside a text', () => {
  test('is scrubbed by name and shape, twice wrapped too', () => {
    const inner = JSON.stringify({ token: 'abc', n: 1 });
    const { value, masked } = redact({
      payload: JSON.stringify({ call_sid: 'secret_key_abcd', inner, keep: [1, 'x'] }),
    });
    expect(JSON.parse((value as { payload: string }).payload)).toEqual({
      call_sid: mask,
      inner: JSON.stringify({ token: mask, n: 1 }),
      keep: [1, 'x'],
    });
    expect(masked).toEqual(['/payload']);
  });

  test('keeps its layout when nothing is masked, and every digit when something is', () => {
    const plain = '{"id": 12345678901234567890,  "a": [1.0]}';
    expect(redact(plain)).toEqual({ value: plain, masked: [] });
    expect(redact('{"id": 12345678901234567890, "token": "abc", "ratio": 1.50}').value).toBe(
      `{"id":12345678901234567890,"token":"${mask}","ratio":1.50}`,
    );
  });

  test('hides no secret behind a repeated name', () => {
    expect(redact('{"a":{"password":"abc"},"a":1}').value).toBe(`{"a":{"password":"${mask}"},"a":1}`);
  });

  test('is text like any other when it is too deep or broken', () => {
    const deep = `${'['.repeat(200_000)}"Bearer token123"`;
    expect(redact(deep).value).toBe(deep.replace('token123', mask));
  });
});

test('own members named like prototypes pass, and touch none', () => {
  const raw = JSON.parse(
    '{"__proto__":{"token":"abc"},"constructor":{"prototype":{"polluted":1}},"a":[{"__proto__":5}]}',
  ) as Json;
  const { value, masked } = redact(raw);
  expect(JSON.stringify(value)).toBe(JSON.stringify(raw).replace('abc', mask));
  expect(masked).toEqual(['/__proto__/token']);
  expect(pointerAt(value, '/__proto__/token')).toBe(mask);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

test('changes nothing else: shape and every unmasked leaf stay, the given value too', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (raw) => {
      const before = JSON.stringify(raw);
      const { value, masked } = redact(raw as Json);
      expect(JSON.stringify(raw)).toBe(before);
      expect(masked.length > 0 || JSON.stringify(value) === before).toBe(true);
      for (const pointer of masked) expect(pointerAt(value, pointer)).toContain(mask);
    }),
    { numRuns: 500 },
  );
});

test('masks a secret at any depth and beside any other data', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(8), fc.boolean(), (noise, depth, inText) => {
      let raw: Json = { api_key: 'c4n4ry', noise: noise as Json };
      for (let level = 0; level < depth; level++)
        raw = level % 2 ? [raw] : { level: inText ? JSON.stringify(raw) : raw };
      const { value } = redact(raw);
      expect(JSON.stringify(value)).not.toContain('c4n4ry');
    }),
    { numRuns: 300 },
  );
});

test('pointerAt follows RFC 6901 and reads own members only', () => {
  const value: Json = { 'a/b': { 'm~n': [10, { '': 1 }] }, list: ['x'] };
  expect(pointerAt(value, '')).toBe(value);
  expect(pointerAt(value, '/a~1b/m~0n/0')).toBe(10);
  expect(pointerAt(value, '/a~1b/m~0n/1/')).toBe(1);
  expect(redact({ 'a/b': { '~token': 'abc' } }).masked).toEqual(['/a~1b/~0token']);
  for (const pointer of ['/nothing', '/list/1', '/list/length', '/constructor', '/list/0/length', '/__proto__']) {
    expect(pointerAt(value, pointer)).toBeUndefined();
  }
});

test.each([
  ['runs of letters', '', 'a'],
  ['runs of separators', '', 'a-'],
  ['half-open names', '', '"token'],
  ['slashes', '', 'https://'],
  ['equal signs', '', 'a='],
  ['backslashes', '', '\\"'],
  ['header words', '', 'eyJ'],
  ['broken header words', '', 'eyJ-'],
  ['backslashes alone', '', '\\'],
  ['workflow paths', 'https://a.example.com', '/workflows/a'],
  ['query names', 'https://a.example.com/?', 'a&'],
  ['open quotes', '"ab"', ' '],
])(
  'a megabyte of %s takes linear time',
  (_, begin, unit) =>
    expect(growth((size) => redactText(begin + unit.repeat(size / unit.length)), 1 << 20)).toBeLessThan(linear),
  30_000,
);

test('what a field’s name makes a secret is masked in every other text, too', () => {
  const hook = 'https://calls.example.com/in/9f86d081884c7d65';
  const reply: Json = {
    sent: [
      { name: `Webhook to ${hook} on Monday`, webhook_url: hook, said: `POST ${hook}, then ${hook}?a=1` },
      { name: 'other', webhook_url: 'https://calls.example.com', access_token: 'tok-1234-5678-90ab' },
    ],
    note: 'sent with tok-1234-5678-90ab',
  };
  const shown = `https://calls.example.com/${mask}`;
  const { value, masked } = redact(reply);
  expect(value).toMatchObject({
    sent: [
      { name: `Webhook to ${shown} on Monday`, webhook_url: shown, said: `POST ${shown}, then ${shown}?a=1` },
      { name: 'other', access_token: mask },
    ],
    note: `sent with ${mask}`,
  });
  expect(masked.toSorted()).toEqual([
    '/note',
    '/sent/0/name',
    '/sent/0/said',
    '/sent/0/webhook_url',
    '/sent/1/access_token',
    '/sent/1/webhook_url',
  ]);
});

test('a word that is masked in one field stays a word elsewhere', () => {
  const reply = {
    signature: 'Not provided',
    password: 'customer',
    password_hint: 'the customer was not provided with one',
  };
  expect(redact({ ...reply, text: 'Not provided by the customer' }).value).toMatchObject({
    signature: mask,
    text: 'Not provided by the customer',
  });
});

test('a known secret is masked wherever it stands, in names too; a few characters are no secret', () => {
  const reply = { 'x-key-1234': ['a key-1234 b', 7], said: 'key-1234key-1234', kept: null };
  expect(without('key-1234', reply)).toEqual({ [`x-${mask}`]: [`a ${mask} b`, 7], said: mask + mask, kept: null });
  expect(without('a', 'a banana')).toBe('a banana');
});
