import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlaybackProvider } from '../../../../components/call/recording/PlaybackContext';
import { Recording } from '../../../../components/call/recording/Recording';
import type { Call } from '../../../../lib/call/call';
import { CallFailure } from '../../../../lib/errors';
import type { RecordingFile } from '../../../../lib/ui/openRecording';
import { bareCall } from '../../../fixtures/call';

beforeEach(() => vi.spyOn(URL, 'revokeObjectURL').mockReturnValue());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

type Open = () => Promise<RecordingFile>;

function show(call: Partial<Call>, onOpen: Open = async () => ({ url: 'https://example.com/a.wav' })) {
  const opened = vi.fn<Open>(onOpen);
  const shown = { ...bareCall, ...call };
  const view = render(
    <PlaybackProvider call={shown} canOpen>
      <Recording call={shown} context={{ provider: 'DialNexa' }} onOpen={opened} />
    </PlaybackProvider>,
  );
  return { ...view, opened, audio: () => view.container.querySelector('audio') };
}

const open = () => userEvent.click(screen.getByRole('button', { name: 'Open recording' }));
const inHours = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

test.each<[string, Partial<Call>, RegExp]>([
  ['none', { recording: { kind: 'none' } }, /sent no recording/],
  [
    'not before the call ends',
    { recording: { kind: 'none' }, status: { raw: 'x', kind: 'in-progress' } },
    /still going on/,
  ],
  ['not yet', { recording: { kind: 'none', availableAt: { text: inHours(30) } } }, /makes it available at/],
  ['not any more', { recording: { kind: 'none', availableAt: { text: inHours(-30) } } }, /sent no recording/],
  ['no web address', { recording: { kind: 'rejected' } }, /not a secure web address/],
])('%s: there is nothing to open, and one sentence says why', (_, call, words) => {
  show(call);
  screen.getByText(words);
  expect(screen.queryByRole('button')).toBeNull();
});

test('nothing is fetched until it is opened; what is no longer on screen is let go of', async () => {
  const { opened, audio, unmount } = show({ recording: { kind: 'request' } }, async () => ({
    url: 'blob:first',
    bytes: new Blob(['x']),
  }));
  expect(opened).not.toHaveBeenCalled();
  await open();
  await waitFor(() => expect(audio()?.src).toBe('blob:first'));
  unmount();
  expect(URL.revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:first');
});

test('a recording that arrives after its view is gone is let go of, too', async () => {
  let arrive: (file: RecordingFile) => void = () => {};
  const { unmount } = show({ recording: { kind: 'request' } }, () => new Promise((resolve) => (arrive = resolve)));
  await open();
  unmount();
  arrive({ url: 'blob:late', bytes: new Blob(['x']) });
  await waitFor(() => expect(URL.revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:late'));
});

test('a link that stops working is asked for afresh once, then said to have expired', async () => {
  let count = 0;
  const { opened, audio } = show({ recording: { kind: 'link' } }, async () => ({
    url: `https://example.com/${++count}`,
  }));
  await open();
  await waitFor(() => expect(audio()?.src).toBe('https://example.com/1'));
  fireEvent.error(audio()!);
  await waitFor(() => expect(audio()?.src).toBe('https://example.com/2'));
  fireEvent.error(audio()!);
  expect((await screen.findByRole('alert')).textContent).toContain('no longer valid');
  expect(opened).toHaveBeenCalledTimes(2);
});

test('bytes that are no sound are not fetched again', async () => {
  const { opened, audio } = show({ recording: { kind: 'link' } }, async () => ({
    url: 'blob:noise',
    bytes: new Blob(['x']),
  }));
  await open();
  await waitFor(() => expect(audio()).not.toBeNull());
  fireEvent.error(audio()!);
  expect((await screen.findByRole('alert')).textContent).toContain('not a sound that this browser can play');
  expect(opened).toHaveBeenCalledOnce();
});

test('a failure has its next step, which opens it after all; a recording that is not there is no failure', async () => {
  const fails = vi.fn<Open>().mockRejectedValueOnce(new CallFailure({ code: 'offline' }));
  const { audio } = show({ recording: { kind: 'link' } }, () => fails());
  fails.mockResolvedValue({ url: 'https://example.com/a' });
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(audio()).not.toBeNull());
  cleanup();

  show({ recording: { kind: 'request' } }, async () => {
    throw new CallFailure({ code: 'not-found' });
  });
  await open();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('The provider sent no recording for this call.');
  expect(alert.querySelector('button')).toBeNull();
});
