import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TakeAway } from '../../../../components/call/tools/TakeAway';
import type { Call } from '../../../../lib/call/call';
import type { CallTools } from '../../../../lib/hooks/useCallTools';
import { bareCall, call } from '../../../fixtures/call';

/** What was put on the clipboard: by type, as text. */
const write = vi.fn<(items: { getType(type: string): Promise<Blob> }[]) => Promise<void>>(async () => {});
const writeText = vi.fn<(text: string) => Promise<void>>(async () => {});

// happy-dom has no popovers.
Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });

beforeEach(() => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ write, writeText } as unknown as Clipboard);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  write.mockReset().mockResolvedValue();
  writeText.mockReset().mockResolvedValue();
});

const tools = (): CallTools => ({
  note: null,
  hidesPersonalData: false,
  forbidden: [],
  link: 'chrome-extension://x/call.html#/omnidimension/50958',
  print: vi.fn<() => void>(),
  review: {},
  onReview: () => {},
});
const names = { provider: 'OmniDimension', connection: 'Support' };
const show = (shown: Call = call, its?: CallTools) => render(<TakeAway call={shown} names={names} tools={its} />);

async function copied(type: string): Promise<string> {
  await waitFor(() => expect(write).toHaveBeenCalledOnce());
  const blob = await write.mock.calls[0]?.[0][0]?.getType(type);
  return blob?.text() ?? '';
}

test('the note goes to the clipboard as text and as rich text, masks and all', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Copy note' }));
  expect(await copied('text/plain')).toContain('Status: Completed');
  expect(await (await write.mock.calls[0]![0][0]!.getType('text/html')).text()).toContain('<strong>');
  await screen.findByText('Copied');
});

test('a copy and an export hide personal data when told to, and only then', async () => {
  show({ ...call, from: '+14155550123' });
  const copyButton = screen.getByRole('button', { name: 'Copy note' });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Hide personal data' }));
  // Nothing is taken away before what hides is there.
  await waitFor(() => expect(copyButton.hasAttribute('aria-disabled')).toBe(false));
  await userEvent.click(copyButton);
  const hidden = await copied('text/plain');
  write.mockClear();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Hide personal data' }));
  await userEvent.click(screen.getByRole('button', { name: 'Copy note' }));
  expect(await copied('text/plain')).toContain('+14155550123');
  expect(hidden).not.toContain('4155550123');
});

test('there is nothing to choose where personal data is hidden everywhere', () => {
  show(call, { ...tools(), hidesPersonalData: true });
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('so it does by the key C, but not while something is typed', async () => {
  show();
  render(<input aria-label="field" />);
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'field' }), { key: 'c' });
  expect(write).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'c', ctrlKey: true });
  expect(write).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'c' });
  expect(await copied('text/plain')).toContain('50958');
});

test('a browser that refuses is told of, with another way', async () => {
  write.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Copy note' }));
  expect((await screen.findByRole('alert')).textContent).toContain('export it as a file');
  expect(screen.queryByText('Copied')).toBeNull();
});

const offered = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByRole('menuitem', { name: 'Markdown', hidden: true });
  return screen.getAllByRole('menuitem', { hidden: true }).map((item) => item.textContent);
};

test('the menu offers what this call can be written as, and no more', async () => {
  show(bareCall, tools());
  expect(await offered()).toEqual(['Print', 'Copy link', 'Note (text)', 'Markdown', 'JSON (masked)']);
  cleanup();
  show(call);
  const all = await offered();
  expect(all).not.toContain('Print');
  expect(all).toEqual(expect.arrayContaining(['Transcript (CSV)', 'Extracted data (CSV)']));
});

test('the link that is copied holds provider and ID alone; the page prints itself', async () => {
  const own = tools();
  show(call, own);
  await offered();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Copy link', hidden: true }));
  expect(writeText).toHaveBeenCalledExactlyOnceWith(own.link);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Print', hidden: true }));
  expect(own.print).toHaveBeenCalledOnce();
});
