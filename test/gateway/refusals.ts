/** One request that the gateway has to refuse, as bytes. */
export interface Refusal {
  what: string;
  raw: string;
}

interface Known {
  token: string;
  /** A request that is admitted, of each account. */
  admitted: Record<string, { method: string; path: string }>;
  /** Texts that are secrets of the gateway, and no tokens. */
  otherSecrets: string[];
}

const crlf = '\r\n';
const raw = (line: string, headers: string[], body = '') =>
  [line, 'Host: gateway.example', ...headers, 'Connection: close', '', body].join(crlf);

const json = 'Content-Type: application/json';
/** What would be a request of its own, if the gateway and what is behind it read a body differently. */
const hidden = (bearer: string) => raw('GET /vapi/assistant HTTP/1.1', [bearer]);

/** Routes that the vendors have and the product does not use. */
const others: Record<string, string[]> = {
  omnidimension: [
    '/agents',
    '/calls/dispatch',
    '/calls/logs/50958/delete',
    '/calls/logs/abc',
    '/calls/logs/',
    '/phone_number/list',
  ],
  dialnexa: [
    '/v1/agents',
    '/v1/calls/call_abc123/recording',
    '/v1/call-logs/call_abc123/details/x',
    '/v2/calls',
    '/v1/batches',
  ],
  highlevel: [
    '/contacts/abc',
    '/voice-ai/agents',
    '/conversations/search',
    '/conversations/messages',
    '/locations/abc',
    '/users/',
  ],
  retell: [
    '/v2/list-calls',
    '/v2/create-phone-call',
    '/list-agents',
    '/get-agent/abc',
    '/v2/get-call',
    '/v2/get-call/a/b',
  ],
  vapi: ['/assistant', '/phone-number', '/call/a/b/c', '/tool', '/file', '/call/abc/other-recording', '/analytics'],
  elevenlabs: [
    '/v1/user',
    '/v1/voices',
    '/v1/convai/agents',
    '/v1/convai/conversations/conv_a/feedback',
    '/v1/history',
  ],
  bland: ['/v1/me/x', '/v1/agents', '/v1/calls/abc/stop', '/v2/calls', '/v1/numbers'],
  synthflow: ['/assistants', '/calls/', '/phone_books', '/calls/a/b', '/actions', '/numbers'],
};

/** Other spellings of an admitted path, and ways out of it. */
const spellings: [what: string, of: (account: string, rest: string) => string][] = [
  ['up', (account, rest) => `/${account}/x/..${rest}`],
  ['up at the end', (account, rest) => `/${account}${rest}/../..`],
  ['up, encoded', (account, rest) => `/${account}/x/%2e%2e${rest}`],
  ['up, encoded twice', (account, rest) => `/${account}/x/%252e%252e${rest}`],
  ['up, half encoded', (account, rest) => `/${account}/x/.%2E${rest}`],
  ['into another account', (account, rest) => `/nobody/../${account}${rest}`],
  ['here', (account, rest) => `/${account}/.${rest}`],
  ['two slashes', (account, rest) => `/${account}/${rest}`],
  ['two slashes at the beginning', (account, rest) => `//${account}${rest}`],
  ['an encoded slash', (account, rest) => `/${account}%2f${rest.slice(1)}`],
  ['an encoded slash at the end', (account, rest) => `/${account}${rest}%2F`],
  ['a backslash', (account, rest) => `/${account}\\${rest.slice(1)}`],
  ['an encoded backslash', (account, rest) => `/${account}%5c${rest.slice(1)}`],
  ['a parameter', (account, rest) => `/${account};a=b${rest}`],
  ['a parameter at the end', (account, rest) => `/${account}${rest};.json`],
  ['NUL', (account, rest) => `/${account}${rest}%00`],
  ['NUL as a byte', (account, rest) => `/${account}${rest}\0`],
  ['a line end', (account, rest) => `/${account}${rest}%0d%0aX-Edge:%20a`],
  ['a line end in the query', (account, rest) => `/${account}${rest}?a=%0d%0aX-Edge:%20a`],
  ['NUL in the query', (account, rest) => `/${account}${rest}?a=%00`],
  ['an encoded letter', (account, rest) => `/%${account.charCodeAt(0).toString(16)}${account.slice(1)}${rest}`],
  ['a blank', (account, rest) => `/${account}${rest} x`],
  ['an encoded blank', (account, rest) => `/${account}${rest}%20`],
  ['a tab', (account, rest) => `/${account}${rest}\t`],
  ['a fragment', (account, rest) => `/${account}${rest}#a`],
  ['capitals', (account, rest) => `/${account.toUpperCase()}${rest}`],
  ['overlong UTF-8', (account, rest) => `/${account}/x/%c0%ae%c0%ae${rest}`],
  ['no slash', (account, rest) => `${account}${rest}`],
  ['a segment that is too long', (account, rest) => `/${account}${rest}/${'a'.repeat(200)}`],
];

const methods = ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'MOVE', 'get', 'GETGET'];

/** Framings of which two readers may think differently. */
function framings(bearer: string, list: string, search: string): Refusal[] {
  const inside = hidden(bearer);
  const length = (count: number | string) => `Content-Length: ${count}`;
  const chunked = `${inside.length.toString(16)}${crlf}${inside}${crlf}0${crlf}${crlf}`;
  const smuggle = `0${crlf}${crlf}${inside}`;
  const post = (what: string, headers: string[], body = smuggle): Refusal => ({
    what,
    raw: raw(`POST ${search} HTTP/1.1`, [bearer, json, ...headers], body),
  });
  const get = (what: string, headers: string[], body = inside): Refusal => ({
    what,
    raw: raw(`GET ${list} HTTP/1.1`, [bearer, ...headers], body),
  });
  const encodings = [
    'xchunked',
    'identity',
    'chunked, identity',
    'gzip, chunked',
    'chunked, chunked',
    '"chunked"',
    'chunked;a=b',
    '\x0bchunked',
    'Chunked\x0b',
  ];
  return [
    post('length and chunks', [length(4), 'Transfer-Encoding: chunked']),
    post('chunks and length', ['Transfer-Encoding: chunked', length(smuggle.length)]),
    post('chunks alone', ['Transfer-Encoding: chunked'], chunked),
    post('two lengths, different', [length(2), length(smuggle.length)], `{}${inside}`),
    post('two lengths, the same', [length(2), length(2)], `{}${inside}`),
    post('two encodings', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']),
    post('a list of lengths', [length('2, 2')], `{}${inside}`),
    post('a length with a sign', [length('+2')], `{}${inside}`),
    post('a length below zero', [length(-2)], `{}${inside}`),
    post('a length in hexadecimal', [length('0x2')], `{}${inside}`),
    post('a length with a fraction', [length('2.0')], `{}${inside}`),
    post('an empty length', [length('')], `{}${inside}`),
    post('a length beyond numbers', [length('9'.repeat(30))], '{}'),
    post('no length', [], '{}'),
    post('a blank before the colon', ['Content-Length : 2'], `{}${inside}`),
    post('an encoding with a blank before the colon', [length(2), 'Transfer-Encoding : chunked'], `{}${inside}`),
    post('a folded header', ['X-A: b', ' Transfer-Encoding: chunked', length(2)], `{}${inside}`),
    post('a folded encoding', ['Transfer-Encoding:', ' chunked', length(2)], `{}${inside}`),
    post('a header without a name', [': chunked', length(2)], `{}${inside}`),
    post('a header with NUL', ['X-A: a\0b', length(2)], `{}${inside}`),
    post('a name with NUL', ['X-\0A: a', length(2)], `{}${inside}`),
    post('a name with a blank', ['X A: a', length(2)], `{}${inside}`),
    post('a name with a control character', ['X\x01A: a', length(2)], `{}${inside}`),
    post('a return within a name', ['X-A\rTransfer-Encoding: chunked', length(2)], `{}${inside}`),
    post('a body that is too large', [length(20_000)], 'x'.repeat(20_000)),
    ...encodings.map((encoding) =>
      post(`the encoding ${JSON.stringify(encoding)}`, [`Transfer-Encoding: ${encoding}`]),
    ),
    ...encodings.map((encoding) =>
      get(`GET with the encoding ${JSON.stringify(encoding)}`, [`Transfer-Encoding: ${encoding}`]),
    ),
    get('GET with a body', [length(inside.length)]),
    get('GET with chunks', ['Transfer-Encoding: chunked'], chunked),
    get('GET with length and chunks', [length(inside.length), 'Transfer-Encoding: chunked'], chunked),
    get('GET with two lengths', [length(0), length(inside.length)]),
    get('two hosts', ['Host: other.example'], ''),
    { what: 'no host', raw: [`GET ${list} HTTP/1.1`, bearer, '', ''].join(crlf) },
    { what: 'an impossible host', raw: [`GET ${list} HTTP/1.1`, 'Host: a/b', bearer, '', ''].join(crlf) },
    { what: 'HTTP/0.9', raw: `GET ${list}${crlf}` },
    { what: 'HTTP/2.0', raw: raw(`GET ${list} HTTP/2.0`, [bearer]) },
    { what: 'HTTP/1.x', raw: raw(`GET ${list} HTTP/1.x`, [bearer]) },
    { what: 'the preface of HTTP/2', raw: `PRI * HTTP/2.0${crlf}${crlf}SM${crlf}${crlf}` },
    { what: 'a server-wide request', raw: raw('OPTIONS * HTTP/1.1', [bearer]) },
  ];
}

const oversized = (bearer: string, list: string): Refusal[] =>
  [
    ['one header of 9 kB', list, [`X-A: ${'a'.repeat(9000)}`]],
    ['one name of 9 kB', list, [`${'a'.repeat(9000)}: b`]],
    ['headers of 40 kB', list, Array.from({ length: 20 }, (_, at) => `X-${at}: ${'a'.repeat(2000)}`)],
    ['5,000 headers', list, Array.from({ length: 5000 }, (_, at) => `X-${at}: a`)],
    ['a query of 9 kB', `${list}?a=${'a'.repeat(9000)}`, []],
    ['a path of 9 kB', `${list}/${'a/'.repeat(4500)}`, []],
    ['a path of 100 segments', `${list}/${'a/'.repeat(100)}`, []],
    ['a token of 9 kB', list, [`Authorization: Bearer ${'a'.repeat(9000)}`]],
  ].map(([what, path, headers]) => ({
    what: what as string,
    raw: raw(`GET ${path as string} HTTP/1.1`, [
      ...(String(what).includes('token') ? [] : [bearer]),
      ...(headers as string[]),
    ]),
  }));

/** What stands in the place of a token, and is none. */
function credentials({ token, otherSecrets }: Known): [what: string, headers: string[]][] {
  const bearer = `Authorization: Bearer ${token}`;
  const [first = ''] = token;
  return [
    ['no token', []],
    ['an empty header', ['Authorization:']],
    ['a scheme alone', ['Authorization: Bearer']],
    ['an unknown token', [`Authorization: Bearer ${'0'.repeat(64)}`]],
    ['a part of a token', [`Authorization: Bearer ${token.slice(0, -1)}`]],
    ['more than a token', [`Authorization: Bearer ${token}0`]],
    ['another first character', [`Authorization: Bearer ${first === 'a' ? 'b' : 'a'}${token.slice(1)}`]],
    ['a token in capitals', [`Authorization: Bearer ${token.toUpperCase()}`]],
    ['another scheme', [`Authorization: Basic ${token}`]],
    ['two blanks', [`Authorization: Bearer  ${token}`]],
    ['a comma', [`Authorization: Bearer ${token}, Bearer ${token}`]],
    ['a quoted token', [`Authorization: Bearer "${token}"`]],
    ['the token twice', [bearer, bearer]],
    ['a wrong one before it', [`Authorization: Bearer ${'0'.repeat(64)}`, bearer]],
    ['a wrong one after it', [bearer, `Authorization: Bearer ${'0'.repeat(64)}`]],
    ['two places', [bearer, `xi-api-key: ${token}`]],
    ['two places, one wrong', [bearer, 'xi-api-key: a']],
    ['another header', [`x-api-key: ${token}`]],
    ['the proxy’s header', [`Proxy-Authorization: Bearer ${token}`]],
    ['a cookie', [`Cookie: token=${token}; Authorization=${token}`]],
    ['an underscore', [`xi_api_key: ${token}`]],
    ['a regular expression', ['Authorization: Bearer ~.*']],
    ['the core’s word', [`X-Edge: ${otherSecrets[0]}`]],
    ...otherSecrets.map((secret, at): [string, string[]] => [
      `another secret, ${at}`,
      [`Authorization: Bearer ${secret}`],
    ]),
  ];
}

/** Every request of the list has to be refused before it comes to a vendor. */
export function refusals(known: Known): Refusal[] {
  const bearer = `Authorization: Bearer ${known.token}`;
  const accounts = Object.entries(known.admitted);
  const list = '/vapi/call';
  return [
    ...Object.entries(others).flatMap(([account, paths]) =>
      paths.map((path) => ({ what: `${account}: ${path}`, raw: raw(`GET /${account}${path} HTTP/1.1`, [bearer]) })),
    ),
    ...[
      '/',
      '/nobody/call',
      '/vapi',
      '/vapi/',
      '/vendor',
      '/vapi/vendor',
      '/recording/call/a',
      '/vapi/recording/call',
    ].map((path) => ({ what: path, raw: raw(`GET ${path} HTTP/1.1`, [bearer]) })),
    ...accounts.flatMap(([account, { method, path }]) =>
      [...methods, method === 'GET' ? 'POST' : 'GET'].map((other) => ({
        what: `${account} by ${other}`,
        raw: raw(
          `${other} /${account}${path} HTTP/1.1`,
          [bearer, ...(other === 'POST' ? [json, 'Content-Length: 2'] : [])],
          other === 'POST' ? '{}' : '',
        ),
      })),
    ),
    ...accounts.flatMap(([account, { path }]) =>
      spellings.map(([what, of]) => ({
        what: `${account}: ${what}`,
        raw: raw(`GET ${of(account, path)} HTTP/1.1`, [bearer]),
      })),
    ),
    ...framings(bearer, list, '/retell/v3/list-calls'),
    ...oversized(bearer, list),
    ...accounts.flatMap(([account, { path }]) =>
      credentials(known).map(([what, headers]) => ({
        what: `${account}: ${what}`,
        raw: raw(`GET /${account}${path} HTTP/1.1`, headers),
      })),
    ),
  ];
}
