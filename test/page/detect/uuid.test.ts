import { describe, expect, it } from 'vitest';
import { findIds } from '../../../lib/page/detect/findIds';
import { judgeOf } from '../../../lib/page/detect/judgeOf';
import { labelsOf } from '../../../lib/page/detect/labels';
import { labelHint, prefilter } from '../../../lib/page/detect/prefilter';
import { compileRules, type SiteRule } from '../../../lib/page/detect/rules';
import { scanAdded } from '../../../lib/page/detect/scan';
import { patternLike } from '../../../lib/page/marks/pickId';
import { patternProblem } from '../../../lib/page/detect/patternProblem';
import { otherIds, tideIds, tideLabels, tidePages } from '../../fixtures/providers/tides';

const v4 = '73daba4d-2bcc-4cca-8e49-3d7903467ade';
const v7 = '0199da1a-a246-7555-8b24-6d1306ae11de';
const other = 'ffffabcd-beef-4cca-8e49-3d7903467ade';
const bubble = '1725527007259x327898249603432960';
const hex32 = '119c3f8e47135a29e65947eeb34cf12d';
const call = 'call_a4441234567890777c4a4a123e6';
const made = 'call_x9y3zp4mq7r1';
const conv = 'conv_7401k5m9x2p8ec3rqv6dtnhb0fzw';
const uuidVendors = 'ebbtide,floodtide';

/** What a page shows, as “ID reason providers”. */
function onPage(html: string, rules: SiteRule[] = [], ids = tideIds): string[] {
  document.body.innerHTML = html;
  const options = { labels: tideLabels, hosts: tidePages, judgeOf, rules, openShadowRoot: () => null };
  return scanAdded([document.body], ids, options).map(
    ({ id, reason, providers }) => `${id} ${reason} ${String(providers)}`,
  );
}

const pasted = (text: string, ids = tideIds) =>
  findIds(text, ids, tideLabels, tidePages).map(({ id, reason, providers }) => `${id} ${reason} ${String(providers)}`);

describe('a UUID on a page', () => {
  it.each([
    `<p>Call ID: ${v7}</p>`,
    `<p>The call_id is ${v7}.</p>`,
    `<p>Call ID: ${v7.toUpperCase()}</p>`,
    `<dl><dt>Call ID</dt><dd>${v7}</dd></dl>`,
    `<label>Call ID <input value="${v7}"></label>`,
    `<input name="call_id" value="${v7}">`,
    `<div data-label="Call ID">${v7}</div>`,
    `<table><tr><th>Name</th><th>Call ID</th></tr><tr><td>Ann</td><td>${v7}</td></tr></table>`,
    `<p>Call ID: <span title="${v7}">0199da1a-a2…</span></p>`,
    `<p>Anruf-ID: ${v7}</p>`,
    `<div><span>${v7}</span><small>Call ID</small></div>`,
  ])('is taken with a label, whole and as its vendor writes it: %s', (html) =>
    expect(onPage(html)).toEqual([`${v7} label ${uuidVendors}`]),
  );

  it('is taken from a list behind one label', () => {
    expect(onPage(`<p>Call IDs: ${v4}, ${other} and ${v7}</p>`)).toEqual(
      [v4, other, v7].map((id) => `${id} label ${uuidVendors}`),
    );
  });

  it.each([
    [`<p>Ebbtide call ID: ${v7}</p>`, 'ebbtide'],
    [`<p>EBB TIDE call id ${v7}</p>`, 'ebbtide'],
    [`<p>ebbtide_call_id=${v7}</p>`, 'ebbtide'],
    [`<p>{"ebbtideCallId": "${v7}"}</p>`, 'ebbtide'],
    [`<p>Call ID (Floodtide): ${v7}</p>`, 'floodtide'],
    [`<p>Floodtide: ${v7}</p>`, 'floodtide'],
    [`<dl><dt>Floodtide ID</dt><dd>${v7}</dd></dl>`, 'floodtide'],
    [`<p>Floodtide conversation ID: ${v7}</p>`, 'floodtide'],
    [`<label>Floodtide Call ID <input value="${v7}"></label>`, 'floodtide'],
    [`<table><tr><th>Name</th><th>Ebbtide Call ID</th></tr><tr><td>Ann</td><td>${v7}</td></tr></table>`, 'ebbtide'],
    [`<p>We left Ebbtide. Call ID: ${v7}</p>`, uuidVendors],
  ])('is whose the label says: %s', (html, providers) => expect(onPage(html)).toEqual([`${v7} label ${providers}`]));

  it.each([
    [`https://dashboard.ebbtide.example/calls/${v7}`, 'ebbtide'],
    [`https://app.floodtide.example/dashboard/call-logs/${v7}?tab=2`, 'floodtide'],
    [`https://api.floodtide.example/v1/recordings/${v7}:${v4}`, 'floodtide'],
    [`https://storage.ebbtide.example/${v7}-1712345678901-${v4}-mono.wav`, 'ebbtide'],
    [`https://api.ebbtide.example/call/${v7}/mono-recording`, 'ebbtide'],
    [`https://ebbtide.s3.ebbtide.example/${v7}/recording.wav`, 'ebbtide'],
    [`https://crm.example.com/x?call_id=${v7}`, uuidVendors],
  ])('is taken from a link: %s', (href, providers) => {
    expect(onPage(`<a href="${href}">Open</a>`)).toEqual([`${v7} link ${providers}`]);
    expect(onPage(`<p>Heard at ${href} today</p>`)).toEqual([`${v7} link ${providers}`]);
  });

  it('is taken by what a site was taught, of the provider that it names', () => {
    const label: SiteRule = { kind: 'label', label: 'Bot run', provider: 'floodtide' };
    expect(onPage(`<dl><dt>Bot run</dt><dd>${v7}</dd></dl>`, [label])).toEqual([`${v7} rule floodtide`]);
    expect(onPage(`<dl><dt>Call ID</dt><dd>${v7}</dd></dl>`, [{ ...label, label: 'Call ID' }])).toEqual([
      `${v7} rule floodtide`,
    ]);
    const pattern = patternLike(v7);
    expect(patternProblem(pattern)).toBeUndefined();
    expect(
      onPage(`<p>See ${v4} there, not ${hex32}-0000</p>`, [{ kind: 'pattern', pattern, provider: 'ebbtide' }]),
    ).toEqual([`${v4} rule ebbtide`]);
  });

  it.each([
    `<p>${v7}</p>`,
    `<p>Call ${v7}</p>`,
    `<p>Record ID: ${v7}</p>`,
    `<p>Asked by ${v7} about the call.</p>`,
    `<table><tr><th>Call</th><th>Record</th></tr><tr><td>Ann</td><td>${v7}</td></tr></table>`,
    `<a href="https://crm.example.com/calls/${v7}">Call with Ann</a>`,
    `<a href="https://dashboard.ebbtide.example/assistants/${v7}">Agent</a>`,
    `<p>GET /v1/calls/${v7} 200</p>`,
    `<p>https://crm.example.com/calls/${v7}</p>`,
    `<p>Call ID: ${v7}-gen-batch</p>`,
    `<p>Call ID: batch-${v7}</p>`,
    `<p>Call ID: batch_${v7}</p>`,
    `<p>Call ID: ${v7}0</p>`,
    `<p>Call ID: files/${v7}</p>`,
    `<p>Call ID: ${v7}.pdf</p>`,
    `<p>Call ID: 12345678-1234-…</p>`,
    `<p>Call ID: 12345678-1234-4123-8123</p>`,
    `<p>Conversation ID: ${v7}</p>`,
    `<p>Call conversation ID: ${v7}</p>`,
    `<p>Ebbtide assistant ID: ${v7}</p>`,
    `<p>Ebbtide key: ${v7}</p>`,
    `<p>Ebbtide API key: ${v7}</p>`,
    `<p>Ebbtide phone number ID: ${v7}</p>`,
    `<p>Springtide call ID: ${v7}</p>`,
    `<p>Tool call ID: ${v7}</p>`,
    `<p>{"call": {"phoneNumberId": "${v7}"}}</p>`,
    `<p data-call="${v7}" data-id="${v4}">Call back Ann</p>`,
  ])('is none: %s', (html) => expect(onPage(html)).toEqual([]));

  it('holds no other ID, whoever has UUIDs', () => {
    expect(onPage('<p>Call ID: 12345678-1234-4123-8123-123456789012</p>', [], otherIds)).toEqual([]);
    expect(pasted('12345678-1234-4123-8123-123456789012', otherIds)).toEqual([]);
  });
});

describe('other shapes', () => {
  it.each([
    [`<p>Call ID: ${bubble}</p>`, `${bubble} label floodtide`],
    [`<p>Call ID: ${hex32}</p>`, `${hex32} label springtide`],
    [`<p>Springtide Call ID: ${call}</p>`, `${call} label springtide`],
    [`<p>see ${call} there</p>`, `${call} prefix dialnexa,springtide`],
    [`<p>see ${made} there</p>`, `${made} prefix dialnexa`],
    [`<a href="https://dashboard.springtide.example/call-history?history=${call}">Open</a>`, `${call} link springtide`],
    [
      `<a href="https://dashboard.springtide.example/call-history?history=${hex32}">Open</a>`,
      `${hex32} link springtide`,
    ],
    [`<p>see ${conv} there</p>`, `${conv} prefix neaptide`],
    [`<p>Conversation ID: ${conv}</p>`, `${conv} prefix neaptide`],
    [`<p>Neaptide conversation ID: ${conv}</p>`, `${conv} label neaptide`],
    [`<a href="https://neaptide.example/app/agents/history/${conv}">Open</a>`, `${conv} link neaptide`],
  ])('%s', (html, found) => expect(onPage(html)).toEqual([found]));

  it.each([
    `<p>${bubble}</p>`,
    `<p>${hex32}</p>`,
    `<p>Record ID: ${bubble}</p>`,
    '<p>Conversation ID: 50958</p>',
    '<p>Conversation 50958</p>',
    '<p>Chat conversation no. 50958</p>',
    '<p>Conversations: 50958</p>',
    '<dl><dt>Conversation ID</dt><dd>50958</dd></dl>',
    '<p>Ebbtide: 50958</p>',
    '<p>Call phone number: 50958</p>',
    `<p>agent_${conv.slice(5)}</p>`,
    `<p>${conv}0000</p>`,
  ])('no ID: %s', (html) => expect(onPage(html)).toEqual([]));
});

describe('in a pasted text', () => {
  const lone = (id: string) => [`${id} bare ${uuidVendors}`];
  const named = (id: string) => [`${id} label ${uuidVendors}`];
  it.each<[string, string[]]>([
    [v7, lone(v7)],
    [v7.toUpperCase(), lone(v7)],
    [`{${v7}}`, lone(v7)],
    [`"${v7}",`, lone(v7)],
    [`${v7}.wav`, lone(v7)],
    [`${v4}\n${v7}`, [...lone(v4), ...lone(v7)]],
    [`${v4}, ${v7}`, [...lone(v4), ...lone(v7)]],
    [`["${v4}","${v7}"]`, [...lone(v4), ...lone(v7)]],
    [`Hi Bo, call ID ${v7} went wrong, session ${v4} was fine.`, named(v7)],
    [`Ebbtide call ID: ${v7}`, [`${v7} label ebbtide`]],
    [`Call ${v7}`, named(v7)],
    [`Call ID\n${v7}\n${v4}`, [...named(v7), ...lone(v4)]],
    [`Call ID;${v7}\nName;Ann`, named(v7)],
    [`Name,Call ID\nAnn,${v7}\nBo,${v4}`, [...named(v7), ...named(v4)]],
    [`Contact ID,Call ID\n${v4},${v7}`, named(v7)],
    [`{"id":"${v7}","orgId":"${v4}","assistantId":"${other}"}`, lone(v7)],
    [`{"message":{"call":{"id":"${v7}","phoneNumberId":"${v4}"},"squad":"${other}"}}`, [`${v7} label ${uuidVendors}`]],
    [`https://dashboard.ebbtide.example/calls/${v7}`, [`${v7} link ebbtide`]],
    [`https://tool.example.com/calls/${v7}`, [`${v7} link ${uuidVendors}`]],
    [`GET /v1/calls/${v7} 200`, named(v7)],
    [`Contact ID: ${v7}`, []],
    [bubble, [`${bubble} bare floodtide`]],
    [hex32.toUpperCase(), [`${hex32} bare springtide`]],
    [call, [`${call} prefix dialnexa,springtide`]],
    [`see ${conv}`, [`${conv} prefix neaptide`]],
  ])('%j', (text, found) => expect(pasted(text)).toEqual(found));
});

describe('the first test of a text', () => {
  const isOpen = prefilter(tideIds, tideLabels, compileRules([]));
  const hits = (text: string) => isOpen(text, () => '', false).length;

  it('meets a UUID once, and none of a column', () => {
    expect(hits(`Call ID: ${v4}`)).toBe(1);
    expect(hits(`Call IDs: ${v4}, ${other}, ${v7}`)).toBe(3);
    expect(hits(`Call ID: ${v4}${Array(50).fill(other).join('')}`)).toBeLessThan(4);
    expect(hits(Array(1000).fill(`Ann ${v7} asked ${v4}`).join(' '))).toBe(0);
  });

  it('lets a vendor’s labels through', () => {
    const { before } = labelsOf(tideLabels);
    const isHint = labelHint(tideLabels, compileRules([]));
    for (const text of ['Floodtide: ', 'Floodtide conversation ID: ', 'Ebb tide call '])
      expect([before(text)?.vendors?.length, isHint(text), isHint(text, true)]).toEqual([1, true, true]);
    for (const text of ['Call ID: ', 'Anruf-Nr. ', '通話ID', 'callLogId=', 'Log ID '])
      expect([before(text)?.isStrong, isHint(text, true)]).toEqual([true, true]);
  });
});
