// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../lib/call/call';
import { describedProvider } from '../../../lib/providers/described/describedProvider';
import { readDescription } from '../../../lib/providers/described/readDescription';
import type { Api, ApiRequest } from '../../../lib/providers/provider';

const example = JSON.parse(readFileSync('docs/providers/internal-example.json', 'utf8')) as {
  list: object;
  fields: object;
};

function providerWith(members: object) {
  const found = readDescription(JSON.stringify({ ...example, ...members }));
  if (!('description' in found)) throw new Error(found.problems.join('\n'));
  return describedProvider(found.description);
}

/** Answers each request by what it is, and notes it. */
function apiOf(answer: (request: ApiRequest) => Json) {
  const asked: ApiRequest[] = [];
  const request = async (wanted: ApiRequest) => {
    asked.push(wanted);
    return answer(wanted);
  };
  const api: Api = {
    request,
    get: (path, query) => request({ method: 'GET', path, query }),
    account: {},
    memory: { get: async () => undefined, set: async () => {} },
  };
  return { api, asked };
}

const id = 'av_9f3k2m7q4b8x';
const rows = (count: number) => ({
  data: { hits: Array.from({ length: count }, () => ({ conversation: { key: id } })) },
});
const listWith = (paging: object, members: object = {}) =>
  providerWith({ list: { ...example.list, method: 'GET', body: undefined, total: undefined, paging, ...members } });

describe('the next page', () => {
  const ask = async (provider: ReturnType<typeof providerWith>, reply: Json, cursor?: string) => {
    const { api, asked } = apiOf(() => reply);
    const { next } = await provider.listCalls(api, {}, cursor);
    return { next, query: asked[0]?.query };
  };

  test('by number, from 0 or 1, while a page is full', async () => {
    const paging = { kind: 'page', name: 'page', size: 2, sizeName: 'per' };
    expect(await ask(listWith(paging), rows(2))).toEqual({ next: '2', query: { page: 1, per: 2 } });
    expect(await ask(listWith(paging), rows(1), '2')).toEqual({ next: undefined, query: { page: 2, per: 2 } });
    const fromZero = listWith({ ...paging, first: 0 }, { total: '/count' });
    expect(await ask(fromZero, { ...rows(2), count: 3 })).toEqual({ next: '1', query: { page: 0, per: 2 } });
    expect((await ask(fromZero, { ...rows(2), count: 4 }, '1')).next).toBeUndefined();
  });

  test('by offset, without a total while a page is full', async () => {
    const provider = listWith({ kind: 'offset', name: 'skip', size: 2 });
    expect(await ask(provider, rows(2), '4')).toEqual({ next: '6', query: { skip: 4 } });
    expect((await ask(provider, rows(1), '4')).next).toBeUndefined();
    await expect(ask(provider, rows(1), '4; drop')).rejects.toThrow('unexpected');
  });

  test.each<[next: Json, cursor: string | undefined]>([
    ['abc==', 'abc=='],
    ['https://other.example/calls?after=abc%3D', 'abc='],
    ['/calls?after=abc', 'abc'],
    ['/abc', '/abc'],
    ['https://other.example/calls', undefined],
    [17, '17'],
    [null, undefined],
  ])('by the cursor %j', async (next, cursor) => {
    const provider = listWith({ kind: 'cursor', name: 'after', next: '/next' });
    expect((await ask(provider, { ...rows(1), next })).next).toBe(cursor);
  });
});

describe('a call', () => {
  test('is asked for by POST, its ID in the body', async () => {
    const provider = providerWith({
      get: { method: 'POST', path: '/find', body: { where: [{ key: '{id}' }] }, call: '' },
    });
    const { api, asked } = apiOf(() => ({ key: id, outcome: 'DONE' }));
    await provider.getCall(api, id);
    expect(asked).toEqual([{ method: 'POST', path: '/find', query: {}, body: { where: [{ key: id }] } }]);
  });

  test('is not another one, and no path', async () => {
    const provider = providerWith({ ids: [{ kind: 'opaque' }] });
    const { api, asked } = apiOf(() => ({ data: { key: 'other' } }));
    await expect(provider.getCall(api, 'a/../b?c')).rejects.toThrow('wrong-call');
    expect(asked[0]?.path).toBe('/conversations/a%2F..%2Fb%3Fc');
    expect(await provider.getCall(api, '..')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  test('has at most four pages of a transcript, and says that there were more', async () => {
    const transcript = {
      request: { path: '/conversations/{id}/lines' },
      paging: { kind: 'cursor', name: 'after', next: '/next' },
      turns: '/lines',
      text: '/words',
    };
    const provider = providerWith({ transcript });
    const page: Json = { lines: [{ words: 'Again.' }], next: 'again' };
    const { api, asked } = apiOf(({ path }) => (path.endsWith('/lines') ? page : { data: { key: id } }));
    const reply = await provider.getCall(api, id);
    expect(asked).toHaveLength(provider.requestsPerCall);
    expect(reply?.failures).toMatchObject([{ what: { en: 'transcript' }, failure: { code: 'too-large' } }]);
    expect(provider.toCall(id, reply?.raw ?? null).transcripts[0]?.turns).toHaveLength(4);
  });

  test('may tell its conversation as a text, and its times in milliseconds', () => {
    const provider = providerWith({
      fields: { ...example.fields, startedAt: '/from', endedAt: '/till', duration: undefined },
      units: { time: 'milliseconds' },
      transcript: { turns: '/talk' },
      get: { path: '/{id}' },
    });
    const call = provider.toCall(id, {
      call: { key: id, from: '1795773600000', till: 1_795_773_661_500, talk: 'Agent: Hello.\nCaller: Hi.' },
    });
    expect([call.startedAt?.iso, call.duration]).toEqual(['2026-11-27T10:00:00.000Z', 61.5]);
    expect(call.transcripts[0]?.turns.map(({ speaker }) => speaker)).toEqual(['agent', 'customer']);
  });
});
