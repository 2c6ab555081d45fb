import { cleanup, render, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallView } from '../../components/call/CallView';
import type { Call, Json } from '../../lib/call/call';
import { providers } from '../../lib/providers';
import type { Provider } from '../../lib/providers/provider';
import { redact } from '../../lib/redaction/redact';
import { call } from '../fixtures/call';
import { type GeneratedReply, replies } from '../providers/replies';

const unhandled = vi.fn<(reason: unknown) => void>();
beforeEach(() => {
  vi.spyOn(console, 'error');
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  vi.restoreAllMocks();
  cleanup();
});

const mapped = (provider: Provider, { id, raw }: GeneratedReply): Call => {
  const { value, masked } = redact(raw);
  return { ref: { provider: provider.id, connection: 'connection', id }, ...provider.toCall(id, value), masked };
};

/** Shows a call outside the document, which costs happy-dom half as much. */
const show = (shown: Call, provider: Provider) =>
  render(
    <CallView
      call={shown}
      provider={provider.name}
      connection="Support"
      fetchedAt="2026-05-04T15:00:00Z"
      now={Date.parse('2026-05-04T15:02:00Z')}
      refreshing={false}
      failures={[]}
      onRefresh={() => {}}
      onReveal={async () => ''}
      onOpenRecording={async () => ({ url: 'https://example.com/a.wav' })}
    />,
    { container: document.createElement('div') },
  );

// What is below the first screen is loaded once.
beforeEach(async () => {
  const { container } = show(call, providers[0]!);
  await within(container).findByText('All fields', undefined, { timeout: 10_000 });
  cleanup();
});

const hostile = [
  '<img src=x onerror="alert(1)"> <svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '\u202eexe.\u2066evil\u2069\u200f',
  'javascript:alert(1)',
  '[link](javascript:alert(1)) <a href="javascript:alert(1)">link</a> <iframe srcdoc="x">',
];

/** The reply with every text, but those the call is known by, ending in a hostile one. */
function poison(value: Json, seed = 0): Json {
  if (typeof value === 'string') return `${value} ${hostile[seed % hostile.length] ?? ''}`;
  if (Array.isArray(value)) return value.map((each, index) => poison(each, seed + index));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each], index) => [name, poison(each, seed + index)]));
}

const foreign = 'script, img, iframe, object, embed, base, form, style, svg *[href], [srcdoc], [href^="javascript" i]';

/** No element and no attribute came from the reply. */
function expectText(shown: Element): void {
  expect(shown.querySelector(foreign)).toBeNull();
  const attributes = [...shown.querySelectorAll('*')].flatMap((each) => each.getAttributeNames());
  expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
}

describe.each(providers)('$name', (provider) => {
  const generated = replies[provider.id];
  if (!generated) throw new Error(`no generated replies for ${provider.id}`);

  // Conforming replies differ in their words, broken ones in their shape. Others are made in every run.
  test.each([
    [60, 'conforming'],
    [120, 'broken'],
  ] as const)('%i %s replies are shown', { timeout: 120_000 }, async (numRuns, kind) => {
    fc.assert(
      fc.property(generated[kind], (reply) => {
        const view = show(mapped(provider, reply), provider);
        const article = view.container.querySelector('article');
        expect(article?.getAttribute('aria-label')).toBe(`Call ${reply.id}`);
        expect(article?.textContent).toContain(reply.id);
        expect(article?.textContent).toContain('All fields');
        view.unmount();
      }),
      { numRuns },
    );
    await new Promise((done) => setTimeout(done));
    expect(console.error).not.toHaveBeenCalled();
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('hostile texts in every field stay text', { timeout: 120_000 }, () => {
    const some = fc.sample(generated.conforming, { numRuns: 10, seed: 1 });
    for (const [index, reply] of some.entries()) {
      const view = show(mapped(provider, { ...reply, raw: poison(reply.raw, index) }), provider);
      const article = view.container.querySelector(`article[aria-label="Call ${reply.id}"]`);
      for (const text of hostile) expect(article?.textContent).toContain(text);
      expectText(view.container);
      view.unmount();
    }
    expect(console.error).not.toHaveBeenCalled();
  });
});
