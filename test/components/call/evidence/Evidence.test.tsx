import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { CallView } from '../../../../components/call/CallView';
import type { Call, Fact } from '../../../../lib/call/call';
import type { RecordField } from '../../../../lib/compare/compareRecord';
import { mask } from '../../../../lib/redaction/mask';
import { bareCall } from '../../../fixtures/call';

afterEach(cleanup);

const fact = (name: string, value: Fact['value']): Fact => ({ name, value, absent: false, pointer: `/${name}` });
const said = (speaker: 'agent' | 'customer', text: string) => ({ speaker, speakerRaw: speaker, text });

const call: Call = {
  ...bareCall,
  transcripts: [
    {
      kind: 'original',
      turns: [
        said('agent', 'What is your e-mail address?'),
        said('customer', 'It is jane at example dot com.'),
        said('agent', 'And how many guests?'),
        said('customer', 'Four. No wait, five guests.'),
      ],
    },
  ],
  extracted: [
    fact('email', 'jane@example.com'),
    fact('guests', 5),
    fact('city', 'Lisbon'),
    fact('token', mask),
    { ...fact('solved', 'failure'), judged: true, reason: 'The guests stay five.' },
  ],
};

function show(fields?: RecordField[]) {
  render(
    <CallView
      call={call}
      provider="HighLevel"
      connection="Clinic"
      fetchedAt="2026-05-04T15:00:00Z"
      refreshing={false}
      failures={[]}
      fields={fields}
    />,
  );
}

const row = (name: string) =>
  within(
    within(screen.getByRole('table', { name: 'Extracted data' })).getByRole('row', { name: new RegExp(`^${name}`) }),
  );

test('an extracted value leads to the words it was taken from', async () => {
  show();
  const place = await row('email').findByRole('button', { name: 'Said in turn 2: email' });
  expect(document.querySelector('mark')).toBeNull();
  await userEvent.click(place);
  expect(place.getAttribute('aria-pressed')).toBe('true');
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['jane at example dot com']);
});

test('what was not said says so, and what is masked says nothing', async () => {
  show();
  await row('city').findByText('not found in the transcript');
  expect(row('token').queryByText('not found in the transcript')).toBeNull();
  // Nor does what the provider judged, which stands with its reason.
  row('solved').getByText('The guests stay five.');
  expect(row('solved').queryByText('not found in the transcript')).toBeNull();
});

test('a turn shows what was taken from it, and nothing where nothing was', async () => {
  show();
  const chip = await screen.findByRole('button', { name: 'Extracted from this turn: guests' });
  const turns = within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
  expect(turns.map((turn) => within(turn).queryAllByRole('button', { name: /^Extracted from/ }).length)).toEqual([
    0, 1, 0, 1,
  ]);
  await userEvent.click(chip);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['five']);
});

test('beside a record, each value is equal, different or missing there', async () => {
  show([
    { label: 'Email', value: 'Jane@Example.com' },
    { label: 'City', value: 'Porto' },
  ]);
  await row('email').findByText('Same in the record');
  row('city').getByText('The record says otherwise');
  row('city').getByText('Porto');
  row('guests').getByText('Not in the record');
});

test('without a record nothing is compared', async () => {
  show();
  await row('email').findByRole('button', { name: /^Said in turn/ });
  expect(screen.queryByText(/in the record/)).toBeNull();
});
