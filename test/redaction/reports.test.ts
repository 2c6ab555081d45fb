import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { redact } from '../../lib/redaction/redact';

const shown = (value: Json) => JSON.stringify(redact({ value }).value);

describe('secrets that users’ reports held', () => {
  test.each<[string, Json, string[]]>([
    [
      'lines of cookies',
      { response_body: 'Cookie: session_id=22defdd3a9f3a454; lang=en\nSet-Cookie: sid=s%3Aabc123def456.ghi; Path=/' },
      ['22defdd3a9f3a454', 's%3Aabc123def456'],
    ],
    [
      'lines of headers',
      {
        response_body: 'POST /orders\nX-Api-Key: 9f8e7d6c5b4a\nAuthorization: Token 9f8e7d6c5b4a3210\nHost: x.example',
        error_message: 'apikey: 1a2b3c4d5e6f rejected',
      },
      ['9f8e7d6c5b4a', '1a2b3c4d5e6f'],
    ],
    [
      'addresses that are keys by their host',
      {
        url: `https://script.google.com/macros/s/${'AKfycbxABCDEFGHIJ'}KLMNOPQRSTUVWXYZ0123456789/exec`,
        note: `sent to https://connect.pabbly.com/workflow/sendwebhookdata/${'IjU3NjYwNTZjMDYz'}MjA0M2M1MjZm_pc`,
        telegram: `https://api.telegram.org/bot7123456789:${'AAHdqTcvCH1v'}GWJxfSeofSAs0K5PALDsawx/sendMessage`,
      },
      ['AKfycbxABCDEFGHIJ', 'IjU3NjYwNTZjMDYz', 'AAHdqTcvCH1v'],
    ],
    [
      'keys cut short',
      `used ya29.${'a0AfB_byC0123456789abcdefghij'}, glpat-${'abcdefghij0123456789'}, github_pat_${'11ABCDEFG0abcdefghijkl'} and pat-na1-${'01234567-89ab-cdef-0123-456789abcdef'}`,
      ['a0AfB_byC0123', 'glpat-abcdefghij', 'github_pat_11ABCDEFG0', '01234567-89ab'],
    ],
    [
      'names run together',
      {
        APIToken: 'abcd1234',
        APISecret: 'efgh5678',
        apisecret: 'ijkl9012',
        csrftoken: 'mnop3456',
        sessionid: 'qrst7890',
        passcode: 'uvwx1234',
      },
      ['abcd1234', 'efgh5678', 'ijkl9012', 'mnop3456', 'qrst7890', 'uvwx1234'],
    ],
    [
      'XML and commands',
      {
        response_body: '<login><user>bob</user><password>9f8e7d6c5b4a</password></login>',
        error_message: "curl -u admin:s3cr3tpw -H 'x-api-key: 0a1b2c3d4e' https://x.example",
      },
      ['9f8e7d6c5b4a', 's3cr3tpw', '0a1b2c3d4e'],
    ],
    [
      'a short private key',
      `-----BEGIN PRIVATE ${'KEY'}-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE ${'KEY'}-----`,
      ['MIIEvQIBADANBgkqh'],
    ],
    ['a private key without an end', `-----BEGIN RSA PRIVATE ${'KEY'}-----\nMIIEvQIBADANBgkqhkiG9w0B`, ['MIIEvQIB']],
    [
      'a password that was said',
      'The password is hunter2024, the API key is 9f8e7d6c5b.',
      ['hunter2024', '9f8e7d6c5b'],
    ],
    ['a key beside its name', `api key ${'0a1b2c3d4e5f6a7b8c9d0e1f2a3b'}`, ['0a1b2c3d4e5f6a7b']],
    ['a short name', 'DB_PASS=hunter2x', ['hunter2x']],
    ['YAML', 'db:\n  password: swordfish\n  api_token: "x1y2z3"', ['swordfish', 'x1y2z3']],
  ])('%s', (_, value, hide) => {
    for (const secret of hide) expect(shown(value)).not.toContain(secret);
  });

  test('what stands beside them stays', () => {
    expect(shown('POST /orders\nX-Api-Key: 9f8e7d6c5b4a\nHost: x.example')).toContain('Host: x.example');
    expect(shown('apikey: 1a2b3c4d5e6f rejected')).toContain('rejected');
    expect(shown('<login><user>bob</user><password>9f8e7d6c5b4a</password></login>')).toContain('bob');
  });
});

describe('what users’ reports missed under a mask', () => {
  test.each<[string, Json]>([
    [
      'an address to call back',
      {
        extractedData: {
          callback_address: '12 Main St, Springfield',
          media_link: 'not shared',
          password_reset_requested: 'yes',
          callback_url: 'not given',
        },
      },
    ],
    ['basic in speech', 'The customer wants a basic follow-up call and a basic check-up. Basic package-A at 299.'],
    [
      'a clinic and an insurance',
      {
        extractedData: {
          token_number: '42',
          token: 'B-17',
          prior_authorization: 'approved',
          authorization: 'AUTH 5567',
          authorization_number: 'PA-7781',
          credentialing_status: 'in review',
          credentials: 'MD, FACP',
          signature: 'received by post',
          bearer: 'Ann Lee',
          cookies: 'two boxes',
        },
      },
    ],
    [
      'ordinary pages',
      'see https://shop.example.com/hooks/brass-hook-2 and https://www.make.com/en/pricing and https://example.com/search?key=garage',
    ],
    ['IDs', { agent_id: 've9EPM428h8vShlRW1KT', call: 'call_0123456789abcdef01234567890', at: '2026-11-26T10:00:00Z' }],
    [
      'what is said of a password',
      'Password: forgotten\nreset password: https://example.com/reset-password, tokens=1200',
    ],
    ['links of a booking', 'https://calendly.com/ann/30min and https://meet.google.com/abc-defg-hij'],
  ])('%s', (_, value) => expect(redact({ value }).value).toEqual({ value }));
});

test('a member’s name that is a secret is masked, and so is what stands below it, without a pointer to reveal it', () => {
  const key = `ghp_${'a1b2c3d4e5f6'.repeat(3)}`;
  const { value, masked } = redact({ seen: { [key]: { password: 'abc' }, [`${key}x`]: 1 }, said: `again ${key}` });
  expect(value).toEqual({ seen: { '••••••': { password: '••••••' }, '•••••• 2': 1 }, said: 'again ••••••' });
  expect(masked).toEqual(['/said']);
});
