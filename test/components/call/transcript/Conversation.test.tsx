import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Conversation } from '../../../../components/call/transcript/Conversation';
import { PlaybackProvider } from '../../../../components/call/recording/PlaybackContext';
import { ShortcutHelp } from '../../../../components/call/tools/ShortcutHelp';
import { SingleKeysContext } from '../../../../components/ui/SingleKeysContext';
import type { Turn } from '../../../../lib/call/call';
import { useSingleKeySwitch } from '../../../../lib/hooks/useSingleKeySwitch';
import { change, read } from '../../../../lib/storage/item';
import { singleKeysItem } from '../../../../lib/storage/items';
import { bareCall } from '../../../fixtures/call';

afterEach(cleanup);

const turn = (speaker: Turn['speaker'], text: string, rest: Partial<Turn> = {}): Turn => ({
  speaker,
  speakerRaw: speaker,
  text,
  ...rest,
});
const took = (total: number) => ({ latency: { total } });

const turns = [
  turn('agent', 'Hello.', took(1)),
  turn('customer', 'I want to order.'),
  turn('agent', 'One moment.', took(4)),
  turn('customer', 'Hello?'),
  turn('agent', 'Here I am.', took(1)),
  turn('agent', 'Sorry.', took(5)),
];

/** Reads the switch as the extension's pages do. */
function Page({ children }: { children: ReactNode }) {
  return <SingleKeysContext value={useSingleKeySwitch()}>{children}</SingleKeysContext>;
}

function show(shown: Turn[] = turns, isFirst = true) {
  render(
    <Page>
      <PlaybackProvider call={bareCall} canOpen={false}>
        <Conversation turns={shown} actions={[]} isFirst={isFirst} />
      </PlaybackProvider>
      <ShortcutHelp />
    </Page>,
  );
  return within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
}

const press = (key: string) => fireEvent.keyDown(document.body, { key });
/** The number of the turn that has the focus, from 1; 0 for none. */
const at = (rows: HTMLElement[]) => rows.findIndex((row) => row === document.activeElement) + 1;

test('S goes to the next slow turn, round and round; its button does the same', async () => {
  const rows = show();
  expect(rows.map((row) => row.textContent.includes('Slow,'))).toEqual([false, false, true, false, false, true]);
  for (const number of [3, 6, 3]) {
    press('s');
    expect(at(rows)).toBe(number);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Next slow turn' }));
  expect(at(rows)).toBe(6);
});

test('N and P go from turn to turn, and stop at both ends', () => {
  const rows = show();
  press('p');
  expect(at(rows)).toBe(6);
  press('n');
  expect(at(rows)).toBe(6);
  press('p');
  expect(at(rows)).toBe(5);
  for (let times = 0; times < 9; times++) press('p');
  expect(at(rows)).toBe(1);
});

test('while something is searched they go from match to match', async () => {
  show();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search transcript' }), 'hello');
  await screen.findByText('1 of 2');
  press('n');
  screen.getByText('2 of 2');
  press('n');
  screen.getByText('1 of 2');
  press('p');
  screen.getByText('2 of 2');
});

test('another form of the conversation has no ribbon, and S does nothing there', () => {
  const rows = show(turns, false);
  expect(screen.queryByRole('button', { name: 'Next slow turn' })).toBeNull();
  press('s');
  expect(at(rows)).toBe(0);
});

test('a tool that says nothing is told by its name; one without a name says that it said nothing', () => {
  const [named, nameless] = show([
    turn('tool', '', { speakerRaw: 'Look up prices' }),
    turn('tool', '', { speakerRaw: 'action_executed' }),
  ]);
  expect(named?.textContent).toMatch(/^Tool\s+Look up prices$/);
  expect(nameless?.textContent).toMatch(/^Tool\s+\(nothing said\)$/);
});

test('keys that are switched off are letters again', async () => {
  await change(singleKeysItem, () => false);
  const rows = show();
  fireEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
  const commands = await screen.findByRole<HTMLInputElement>('checkbox', {
    name: 'Single keys are commands',
    hidden: true,
  });
  await waitFor(() => expect(commands.checked).toBe(false));
  press('s');
  press('n');
  expect(at(rows)).toBe(0);
  fireEvent.click(commands);
  await waitFor(async () => expect(await read(singleKeysItem)).toBe(true));
});
