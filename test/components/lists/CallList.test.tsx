import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallList } from '../../../components/lists/CallList';
import type { ShownCall } from '../../../components/lists/RowParts';
import { ListToolsContext } from '../../../components/lists/ListToolsContext';

const ref = (id: string) => ({ provider: 'dialnexa', connection: 'c', id });
const at = (...parts: [number, number, number, number, number]) => {
  const iso = new Date(...parts).toISOString();
  return { text: iso, iso };
};
const calls: ShownCall[] = [
  { ref: ref('a'), startedAt: at(2026, 4, 14, 9, 16), agent: { name: 'Ava' }, party: '+14155550123', duration: 169 },
  { ref: ref('b'), startedAt: at(2026, 4, 14, 8, 0), status: { raw: 'busy', kind: 'busy' }, duration: 0 },
  { ref: ref('c'), startedAt: at(2026, 4, 13, 8, 0), status: { raw: 'ringing', kind: 'in-progress' } },
  { ref: ref('d'), startedAt: { text: '05/04/2026 14:46:15' } },
  { ref: ref('e'), startedAt: { text: '05/04/2026 14:40:00' } },
  { ref: ref('f') },
];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 4, 14, 12, 0), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const items = () => screen.getAllByRole('listitem');
const row = (id: string) => screen.getByRole('button', { name: new RegExp(`^${id} ?`) });
const show = (all = calls) => render(<CallList label="Latest calls" calls={all} empty="" onOpen={() => {}} />);

describe('a list of calls', () => {
  it('is grouped by day: the reader’s, else the provider’s as sent, else none', () => {
    show();
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
      '05/04/2026',
    ]);
    expect(items()).toHaveLength(calls.length);
    expect(within(items()[3]!).getByRole('heading').textContent).toBe('05/04/2026');
    expect(row('d').textContent).toContain('14:46:15 zone?');
    expect(row('d').textContent).not.toContain('05/04/2026');
  });

  it('says who, when and how long; nobody reached is not connected; the vendor’s word where it says more', () => {
    show();
    const words = row('a').textContent.replace(/\s+/g, ' ');
    expect(words).toMatch(/^ ?a 09:16 AM2 min 49 s Ava ?\+14155550123/);
    expect(row('b').textContent).toContain('not connected');
    expect(row('b').textContent).toMatch(/Busy\s*$/);
    expect(row('c').textContent).toMatch(/In progress ringing/);
    expect(row('f').textContent.trim()).toBe('f');
  });

  it('has one row that Tab comes to, also after that one is gone', () => {
    const { rerender } = show();
    const stops = () =>
      screen.getAllByRole('button').flatMap((each) => (each.tabIndex === 0 ? [each.textContent.trim()[0]] : []));
    expect(stops()).toEqual(['a']);
    row('c').focus();
    expect(stops()).toEqual(['c']);
    rerender(<CallList label="Latest calls" calls={calls.slice(3)} empty="" onOpen={() => {}} />);
    expect(stops()).toEqual(['d']);
  });

  it('leaves keys with a modifier to the browser', () => {
    show();
    row('a').focus();
    fireEvent.keyDown(row('a'), { key: 'x', ctrlKey: true });
    expect(screen.getAllByRole('checkbox', { checked: false })).toHaveLength(calls.length);
    fireEvent.keyDown(row('a'), { key: 'x' });
    expect(screen.getByRole('checkbox', { checked: true }).getAttribute('aria-label')).toBe('Select call a');
  });

  it('masks personal data where it is hidden, and shows nothing of it before', async () => {
    const tools = {
      note: null,
      hidesPersonalData: true,
      forbidden: [],
      read: () => Promise.reject(new Error()),
      providerName: String,
      connectionName: String,
      reviewOf: () => ({}),
    };
    render(
      <ListToolsContext value={tools}>
        <CallList
          label="Latest calls"
          calls={[{ ...calls[0]!, summary: 'Mail to demo@example.com' }]}
          empty=""
          onOpen={() => {}}
        />
      </ListToolsContext>,
    );
    const shows = () => row('a').textContent;
    expect(shows()).not.toMatch(/4155550123|demo@example/);
    expect(shows()).toContain('Ava');
    await screen.findByText(/^Mail to/);
    expect(shows()).not.toMatch(/4155550123|demo@example/);
  });
});
