import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlaybackProvider } from '../../../../components/call/recording/PlaybackContext';
import Player from '../../../../components/call/recording/Player';
import type { Call } from '../../../../lib/call/call';
import { bareCall } from '../../../fixtures/call';

/** What happy-dom's audio element leaves out: it plays, pauses and has a length, without a sound. */
const sound = { duration: 120, paused: true };

beforeEach(() => {
  const { prototype } = HTMLMediaElement;
  vi.spyOn(prototype, 'readyState', 'get').mockReturnValue(4);
  vi.spyOn(prototype, 'duration', 'get').mockImplementation(() => sound.duration);
  vi.spyOn(prototype, 'paused', 'get').mockImplementation(() => sound.paused);
  vi.spyOn(prototype, 'play').mockImplementation(async function (this: HTMLMediaElement) {
    sound.paused = false;
    this.dispatchEvent(new Event('play'));
  });
  vi.spyOn(prototype, 'pause').mockImplementation(function (this: HTMLMediaElement) {
    sound.paused = true;
    this.dispatchEvent(new Event('pause'));
  });
  Object.assign(sound, { duration: 120, paused: true });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const action = (name: string, at: Partial<Call['actions'][number]>): Call['actions'][number] => ({
  type: 'SMS',
  name,
  parameters: [],
  pointer: `/${name}`,
  ...at,
});
const said = (offset?: number) => ({ speaker: 'agent', speakerRaw: 'bot', text: 'Hello.', offset }) as const;

const call: Call = {
  ...bareCall,
  recording: { kind: 'request' },
  duration: 90,
  transcripts: [{ kind: 'original', turns: [said(3), said()] }],
  actions: [
    action('Sent', { offset: 30 }),
    action('Asked', { turn: 0 }),
    action('Untimed', { turn: 1 }),
    action('Late', { offset: 121 }),
    action('Unplaced', {}),
  ],
};

function show(shown: Call = call, file: Parameters<typeof Player>[0]['file'] = { url: 'https://example.com/a.wav' }) {
  const onBroken = vi.fn<(isNoSound: boolean) => void>();
  const view = render(
    <PlaybackProvider call={shown} canOpen>
      <Player file={file} call={shown} onBroken={onBroken} />
    </PlaybackProvider>,
  );
  const audio = view.container.querySelector('audio')!;
  const button = (name: string) => screen.getByRole('button', { name });
  return { ...view, audio, button, onBroken };
}

test('plays and pauses, and its button says which comes next', async () => {
  const { button } = show();
  await userEvent.click(button('Play'));
  expect(sound.paused).toBe(false);
  await userEvent.click(button('Pause'));
  expect(sound.paused).toBe(true);
  button('Play');
});

test('skips ten seconds, never beyond the beginning or the end', async () => {
  const { audio, button } = show();
  await userEvent.click(button('Forward 10 seconds'));
  expect(audio.currentTime).toBe(10);
  for (let times = 0; times < 3; times++) await userEvent.click(button('Back 10 seconds'));
  expect(audio.currentTime).toBe(0);
  fireEvent.change(screen.getByRole('slider', { name: 'Position' }), { target: { value: '115' } });
  await userEvent.click(button('Forward 10 seconds'));
  expect(audio.currentTime).toBe(120);
});

test('the slider says where it stands in words', () => {
  const { audio } = show();
  const slider = screen.getByRole('slider', { name: 'Position' });
  expect(slider.getAttribute('aria-valuetext')).toBe('0:00 of 2:00');
  fireEvent.change(slider, { target: { value: '75' } });
  expect(audio.currentTime).toBe(75);
  expect(slider.getAttribute('aria-valuetext')).toBe('1:15 of 2:00');
  screen.getByText('1:15 of 2:00');
});

test('a recording that does not say how long it is has the length of the call', () => {
  sound.duration = Infinity;
  show();
  screen.getByText('0:00 of 1:30');
  cleanup();
  sound.duration = Number.NaN;
  show({ ...call, duration: undefined });
  screen.getByText('0:00 of 0:00');
});

test('the speed is chosen, and kept in step with the keys', async () => {
  const { audio } = show();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '1.5');
  expect(audio.playbackRate).toBe(1.5);
  fireEvent.keyDown(document.body, { key: '>' });
  expect(audio.playbackRate).toBe(2);
  fireEvent.keyDown(document.body, { key: '>' });
  fireEvent.keyDown(document.body, { key: '>' });
  expect(audio.playbackRate).toBe(3);
});

test('actions stand on the timeline where they have a time within it, and lead there', async () => {
  const { audio } = show();
  const marks = screen.getByRole('list', { name: 'Actions on the timeline' });
  const names = [...marks.querySelectorAll('button')].map((mark) => mark.getAttribute('aria-label'));
  expect(names).toEqual(['Sent, at 0:30', 'Asked, at 0:03']);
  expect([...marks.children].map((mark) => (mark as HTMLElement).style.left)).toEqual(['25%', '2.5%']);
  await userEvent.click(screen.getByRole('button', { name: 'Sent, at 0:30' }));
  expect(audio.currentTime).toBe(30);
  expect(sound.paused).toBe(true);
});

test('a call without actions has no list of them', () => {
  show({ ...call, actions: [] });
  expect(screen.queryByRole('list')).toBeNull();
});

test.each([
  ['audio/x-wav', 'call-507f1f77bcf86cd799439011.wav'],
  ['audio/mpeg; charset=binary', 'call-507f1f77bcf86cd799439011.mp3'],
  ['application/octet-stream', 'call-507f1f77bcf86cd799439011'],
])('a file of %s is downloaded as %s', (type, name) => {
  show(call, { url: 'blob:a', bytes: new Blob(['x'], { type }) });
  expect(screen.getByRole('link', { name: 'Download recording' }).getAttribute('download')).toBe(name);
});

test('an ID that is no file name is made one', () => {
  show({ ...call, ref: { ...call.ref, id: '../a/b:c' } });
  expect(screen.getByRole('link').getAttribute('download')).toBe('call-___a_b_c');
});

test.each([
  ['bytes that are here are no sound', { url: 'blob:a', bytes: new Blob(['x']) }, '', true],
  ['a reply is no sound', { url: 'https://example.com/a' }, 'DEMUXER_ERROR_COULD_NOT_OPEN', true],
  ['a link gives nothing any more', { url: 'https://example.com/a' }, 'Failed to fetch', false],
])('%s', (_, file, message, isNoSound) => {
  const { audio, onBroken } = show(call, file);
  Object.defineProperty(audio, 'error', { value: { message } });
  fireEvent.error(audio);
  expect(onBroken).toHaveBeenCalledExactlyOnceWith(isNoSound);
});
