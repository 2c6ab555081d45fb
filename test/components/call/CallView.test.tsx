import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallView } from '../../../components/call/CallView';
import { leaves } from '../../../components/call/values/pointer';
import type { Call } from '../../../lib/call/call';
import { CallFailure } from '../../../lib/errors';
import { bareCall, call } from '../../fixtures/call';
import { jsonText } from '../../../lib/call/jsonText';

afterEach(cleanup);

type Props = ComponentProps<typeof CallView>;

function show(shown: Call, props: Partial<Props> = {}) {
  return render(
    <CallView
      call={shown}
      provider="OmniDimension"
      connection="Support"
      fetchedAt="2026-05-04T15:00:00Z"
      now={Date.parse('2026-05-04T15:02:00Z')}
      refreshing={false}
      failures={[]}
      onRefresh={() => {}}
      onReveal={async (pointer) => `secret of ${pointer}`}
      onOpenRecording={async () => ({ url: 'https://example.com/a.wav' })}
      {...props}
    />,
  );
}

// What is below the first screen is loaded once.
beforeEach(async () => {
  show(call);
  await screen.findByText('All fields', undefined, { timeout: 10_000 });
  cleanup();
});

const order = [
  'Summary',
  'Provider',
  'Connection',
  'Status',
  'Sentiment',
  'Direction',
  'Agent',
  'From',
  'To',
  'Started',
  'Duration',
  'End reason',
];
const terms = () => screen.getAllByRole('term').map((term) => term.textContent);
const unfoldFields = () => userEvent.click(screen.getByText('All fields'));
const definition = (term: string) =>
  screen.getAllByRole('term').find((each) => each.textContent === term)?.nextElementSibling?.textContent;

test('the call is an article named after its ID, its terms in the agreed order', () => {
  show(call);
  screen.getByRole('article', { name: 'Call 50958' });
  expect(terms().slice(0, order.length)).toEqual(order);
  expect(definition('Duration')).toBe('3 min 12 s');
  expect(definition('Started')).toBe('05/04/2026 14:46:15 zone?');
  expect(definition('Sentiment')).toBe('Positive The visitor booked a meeting without a second attempt.');
});

test('what the provider did not state has no term', () => {
  show(bareCall);
  expect(terms()).toEqual(['Provider', 'Connection']);
  screen.getByText('The provider sent no transcript.');
  screen.getByText('The provider sent no recording for this call.');
});

test('a duration of 0 is 0, not missing', () => {
  show({ ...bareCall, duration: 0 });
  expect(definition('Duration')).toBe('0 s');
});

test('the provider’s own word stands beside ours where they differ, and alone where ours is missing', () => {
  show({
    ...bareCall,
    status: { raw: 'did_not_pick', kind: 'no-answer' },
    sentiment: { raw: 'Grumpy', kind: 'unknown' },
  });
  expect(definition('Status')).toBe('No answer did_not_pick');
  expect(definition('Sentiment')).toBe('Grumpy ');
});

test('every part has its accessible name', async () => {
  show(call);
  expect(screen.queryByRole('table', { name: 'All fields' })).toBeNull();
  await unfoldFields();
  for (const name of ['Transcript', 'Actions', 'Deliveries']) screen.getByRole('list', { name });
  for (const name of ['Extracted data', 'Metrics', 'All fields']) screen.getByRole('table', { name });
  screen.getByRole('searchbox', { name: 'Search transcript' });
});

test('every turn is an item that begins with its speaker, a tool call stands where it happened', () => {
  show(call);
  const turns = within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
  const speakers = turns.map((turn) => /^\w+/.exec(turn.textContent)?.[0]);
  expect(speakers).toEqual(['Customer', 'Agent', 'Customer', 'Agent', 'Customer', 'Agent', 'Tool']);
  expect(turns[3]?.textContent).toContain('14:43:08');
  expect(turns[6]?.textContent).toContain('offer_calendly_meeting');
});

test('a turn of the tool itself takes its call in, and says the result once', () => {
  const [action] = call.actions;
  const turn = { speaker: 'tool', speakerRaw: 'function', text: 'Card shown.' } as const;
  show({
    ...bareCall,
    transcripts: [{ kind: 'original', turns: [turn] }],
    actions: [{ ...action!, turn: 0, result: 'Card shown.' }],
  });
  const turns = within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
  expect(turns).toHaveLength(1);
  expect(turns[0]?.textContent).toMatch(/^Tool.*offer_calendly_meeting.*Succeeded/);
  expect(turns[0]?.textContent.match(/Card shown\./g)).toHaveLength(1);
});

test('what is no tool call stands in the transcript under its own name', () => {
  show({
    ...bareCall,
    transcripts: [{ kind: 'original', turns: [{ speaker: 'agent', speakerRaw: 'agent', text: 'Press a key.' }] }],
    actions: [{ type: 'dtmf', typeName: 'Key pressed', name: '7', turn: 0, parameters: [], pointer: '/0' }],
  });
  const rows = within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual(['Agent  Press a key.', 'Key pressed 7']);
});

test('of JSON in a text only the part that is masked is hidden', () => {
  const raw = { arguments: '{"day":"Monday","api_key":"••••••"}' };
  const parameters = [
    { name: 'day', value: 'Monday', absent: false, pointer: '/arguments' },
    { name: 'api_key', value: '••••••', absent: false, pointer: '/arguments' },
  ];
  const used = { type: 'tool', name: 'book', turn: 0, parameters, pointer: '' };
  show({
    ...bareCall,
    raw,
    masked: ['/arguments'],
    transcripts: [{ kind: 'original', turns: [{ speaker: 'agent', speakerRaw: 'agent', text: 'Hi.' }] }],
    actions: [used],
  });
  const row = within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem')[1];
  expect(row?.textContent).toContain('day Monday');
  expect(row?.textContent.match(/Reveal/g)).toHaveLength(1);
});

test('markup in a transcript stays text', () => {
  show(call);
  expect(screen.getByRole('list', { name: 'Transcript' }).textContent).toContain('<img src=x onerror=');
  expect(document.querySelector('img')).toBeNull();
});

test('every leaf of the reply is on screen, under its pointer', async () => {
  show({ ...call, masked: [] });
  await unfoldFields();
  const rows = within(screen.getByRole('table', { name: 'All fields' }))
    .getAllByRole('row')
    .slice(1);
  const cells = rows.map((row) => [row.children[0]?.textContent, row.children[1]?.textContent]);
  const expected = leaves(call.raw).map(({ pointer, value }) => [pointer, value === '' ? '""' : jsonText(value)]);
  expect(cells).toEqual(expected);
  expect(cells).toContainEqual(['/call_log_data/0/cqs_score', '0']);
  expect(cells).toContainEqual(['/call_log_data/0/hangup_source', 'null']);
  expect(cells).toContainEqual(['/call_log_data/0/issues', '[]']);
});

test('a reply of thousands of fields starts closed, and all of it can be had', { timeout: 60_000 }, async () => {
  show({ ...bareCall, raw: Array.from({ length: 1200 }, (_, index) => `value ${index}`) });
  expect(screen.queryByRole('table', { name: 'All fields' })).toBeNull();
  await userEvent.click(screen.getByText('All fields'));
  const table = screen.getByRole('table', { name: 'All fields' });
  const drawn = () => table.querySelectorAll('tbody tr:has(th)').length;
  const wait = { timeout: 10_000 };
  await expect.poll(drawn, wait).toBe(500);
  await userEvent.click(within(table).getByText('Show 500 more of 700'));
  await expect.poll(drawn, wait).toBe(1000);
  await userEvent.click(within(table).getByText('Show 200 more of 200'));
  await expect.poll(drawn, wait).toBe(1200);
  expect(table.querySelector('tbody tr:last-child')?.textContent).toContain('value 1199');
});

test('the filter of all fields unfolds them, and finds names and values', async () => {
  show(call);
  const rows = () => within(screen.getByRole('table', { name: 'All fields' })).getAllByRole('row').length - 1;
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter fields' }), 'HANGUP');
  expect(rows()).toBe(1);
  await userEvent.clear(screen.getByRole('searchbox', { name: 'Filter fields' }));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter fields' }), 'Booking a');
  expect(rows()).toBe(1);
});

test('extracted data without a value is folded, 0 is not', () => {
  show(call);
  const table = screen.getByRole('table', { name: 'Extracted data' });
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual(['user_nameDemo User', 'main_purposeBooking a meeting', 'interaction_count_total0']);
  const folded = within(table).getByText('2 without a value').closest('details');
  expect(folded?.open).toBe(false);
  expect(folded?.textContent).toContain('industry Not provided');
});

test('deliveries that failed come first', () => {
  show(call);
  const [first, second] = within(screen.getByRole('list', { name: 'Deliveries' })).getAllByRole('listitem');
  expect(first?.textContent).toMatch(/^CRM webhookFailed.*HTTP 503.*Service Unavailable/);
  expect(second?.textContent).toMatch(/^Booking webhookDelivered.*sent.*HTTP 200/);
});

test('one masked value is revealed at a time, and hidden again', async () => {
  show(call);
  await unfoldFields();
  const fields = within(screen.getByRole('table', { name: 'All fields' }));
  const [first, second] = fields.getAllByRole('button', { name: /^Reveal/ });
  await userEvent.click(first!);
  await fields.findByText('secret of /call_log_data/0/recording_url');
  await userEvent.click(second!);
  await fields.findByText(/^secret of .*api_key$/);
  expect(fields.getAllByText(/^secret of/)).toHaveLength(1);
  await userEvent.click(fields.getByRole('button', { name: /^Hide/ }));
  expect(fields.queryByText(/^secret of/)).toBeNull();
  expect(fields.getAllByRole('button', { name: /^Reveal/ })).toHaveLength(call.masked.length);
});

test('masked values of actions and deliveries are revealed in their place', async () => {
  const onReveal = vi.fn<(pointer: string) => Promise<string>>(async () => 'plain');
  show(call, { onReveal });
  const failed = within(screen.getByRole('list', { name: 'Deliveries' })).getAllByRole('listitem')[0]!;
  await userEvent.click(within(failed).getByRole('button', { name: /^Reveal/ }));
  expect(onReveal).toHaveBeenLastCalledWith(
    '/call_log_data/0/post_call_actions/call_recording_webhook_ids/1/webhook_url',
  );
  const action = within(screen.getByRole('list', { name: 'Actions' }));
  await userEvent.click(action.getByRole('button', { name: /^Reveal/ }));
  expect(onReveal).toHaveBeenLastCalledWith('/call_log_data/0/interactions/1/function_call_data/0/args/api_key');
});

test('the search counts matches and steps through them', async () => {
  show(call);
  const search = screen.getByRole('searchbox', { name: 'Search transcript' });
  await userEvent.type(search, 'MEETI');
  const marks = () => [...document.querySelectorAll('mark')];
  expect(marks().map((mark) => mark.textContent)).toEqual(['meeti', 'meeti']);
  screen.getByText('1 of 2');
  await userEvent.keyboard('{Enter}');
  expect(marks().map((mark) => mark.hasAttribute('aria-current'))).toEqual([false, true]);
  await userEvent.clear(search);
  await userEvent.type(search, '(nothing');
  screen.getByText('No matches');
});

test('another form of the transcript is a tab away, by arrow key', async () => {
  show(call);
  screen.getByRole('tab', { name: 'As spoken (en)' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Translation (ar)');
  const turns = within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
  expect(turns.map((turn) => turn.textContent)).toEqual(['Agent 1:15 مرحبا، كيف يمكنني مساعدتك؟']);
});

test('latency per turn is split into its parts', () => {
  show(call);
  const table = screen.getByRole('table', { name: 'Latency per turn' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(
    rows.map((row) => [...row.querySelectorAll(':is(th, td):not([aria-hidden])')].map((cell) => cell.textContent)),
  ).toEqual([
    ['2', '2.35s', '0s', '2.1s', '200ms', '–', '6,314', '$0.00'],
    ['4', '2.53s', '–', '2.4s', '100ms', '–', '6,318', '$0.0021'],
    ['6', '2.79s', '50ms', '2.2s', '400ms', '130ms', '12,839', '$0.00'],
  ]);
});

test('the header says how old the knowledge is, and refreshes', async () => {
  const onRefresh = vi.fn<() => void>();
  const view = show({ ...call, status: { raw: 'initiated', kind: 'in-progress' } }, { onRefresh });
  screen.getByText('checked 2 min. ago');
  screen.getByText(/^This call is still going on\./);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(onRefresh).toHaveBeenCalledOnce();
  view.unmount();
  show(call, { onRefresh, refreshing: true });
  await userEvent.click(screen.getByRole('button', { name: 'Refreshing' }));
  expect(onRefresh).toHaveBeenCalledOnce();
});

test('what could not be completed is an alert with its next step', async () => {
  const onNext = vi.fn<NonNullable<Props['onNext']>>();
  const failure = { code: 'scope-missing', scope: 'conversations/message.readonly' } as const;
  show(call, { onNext, failures: [{ what: 'conversation message', failure }] });
  const alert = within(screen.getByRole('alert'));
  await userEvent.click(alert.getByRole('button', { name: 'Open settings' }));
  expect(onNext).toHaveBeenCalledExactlyOnceWith('options', failure);
});

test('a part that cannot be had is told as that, not as a call that is not there', () => {
  const failures = [
    { what: 'conversation message', failure: { code: 'not-found', status: 404 } as const },
    { what: 'agent’s name', failure: { code: 'no-access', status: 403 } as const },
  ];
  show(call, { onNext: vi.fn<NonNullable<Props['onNext']>>(), failures });
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/ has no conversation message of call 50958 \(HTTP 404\): the call is shown without it\./),
    expect.stringMatching(/ may read call 50958, but not its agent’s name \(HTTP 403\): allow that at /),
  ]);
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
});

test('a recording that cannot be opened says why', async () => {
  const onOpenRecording = vi.fn<NonNullable<Props['onOpenRecording']>>(async () => {
    throw new CallFailure({ code: 'offline' });
  });
  show(call, { onOpenRecording });
  await userEvent.click(screen.getByRole('button', { name: 'Open recording' }));
  expect((await screen.findByRole('alert')).textContent).toContain('This computer is offline');
});

test('an address that is not a secure web address is not offered to be opened', () => {
  show({ ...bareCall, recording: { kind: 'rejected' } });
  expect(screen.queryByRole('button', { name: 'Open recording' })).toBeNull();
  screen.getByText(/not a secure web address/);
});

test('issues and fields of an unexpected shape are listed', () => {
  show(call);
  expect(screen.getByRole('list', { name: 'Issues' }).textContent).toContain('never confirmed');
  const problems = screen.getByRole('list', { name: '1 field came in an unexpected shape' });
  expect(problems.textContent).toContain('/call_log_data/0/is_bot_response expected string, got boolean');
});
