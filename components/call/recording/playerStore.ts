import { useSyncExternalStore } from 'react';

/** Where the player of a call stands. Times in seconds. */
export interface PlayerState {
  isOpen: boolean;
  isPlaying: boolean;
  time: number;
  /** 0 until it is known. */
  duration: number;
  speed: number;
}

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

const closed: PlayerState = { isOpen: false, isPlaying: false, time: 0, duration: 0, speed: 1 };
const events = ['timeupdate', 'play', 'pause', 'ended', 'seeked', 'durationchange', 'ratechange'];

export type Player = ReturnType<typeof createPlayer>;

/**
 * What the recording of one call and its transcript share. It lives outside React's state: the time changes four times a second, and
 * only what depends on it is drawn again.
 */
export function createPlayer() {
  let state = closed;
  let audio: HTMLAudioElement | undefined;
  let open: (() => void) | undefined;
  /** Where to begin once there is something to play. */
  let wanted: { time: number; play: boolean } | undefined;
  const listeners = new Set<() => void>();

  const change = (next: PlayerState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const read = () => {
    if (!audio) return;
    const { currentTime: time, paused, playbackRate: speed } = audio;
    const duration = Number.isFinite(audio.duration) ? audio.duration : state.duration;
    change({ isOpen: true, isPlaying: !paused, time, duration, speed });
  };
  const play = () => void audio?.play().catch(() => {}); // what cannot be played is told by the error event

  const seek = (time: number, andPlay = false) => {
    if (!audio || audio.readyState === 0) {
      wanted = { time, play: andPlay };
      if (!audio) open?.();
      return;
    }
    audio.currentTime = Math.min(Math.max(0, time), state.duration || time);
    if (andPlay) play();
    read();
  };

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: () => state,
    /** How to open the recording when someone wants to hear it before it is there. Returns how to take that back. */
    onOpen(opener: () => void) {
      open = opener;
      return () => {
        if (open === opener) open = undefined;
      };
    },
    /** Plays through this element from now on, where the one before it stood. Returns how to let go of it. */
    attach(element: HTMLAudioElement) {
      audio = element;
      const begin = () => {
        element.playbackRate = state.speed;
        if (wanted) {
          element.currentTime = wanted.time;
          if (wanted.play) play();
        }
        wanted = undefined;
        read();
      };
      element.addEventListener('loadedmetadata', begin);
      for (const event of events) element.addEventListener(event, read);
      change({ ...state, isOpen: true });
      // A file from memory may be ready before anyone listens.
      if (element.readyState > 0) begin();
      return () => {
        element.removeEventListener('loadedmetadata', begin);
        for (const event of events) element.removeEventListener(event, read);
        wanted = { time: state.time, play: state.isPlaying };
        element.pause();
        audio = undefined;
        change({ ...state, isOpen: false, isPlaying: false });
      };
    },
    /** Goes to a time; opens the recording first if need be. It goes on playing, or begins to with `andPlay`. */
    seek,
    /** Goes on from where it stands by so many seconds, back if negative. */
    skip: (seconds: number) => state.isOpen && seek(state.time + seconds),
    toggle() {
      if (!audio) seek(0, true);
      else if (audio.paused) play();
      else audio.pause();
    },
    setSpeed(speed: number) {
      if (audio) audio.playbackRate = speed;
      change({ ...state, speed });
    },
    /** The next speed up or down. */
    stepSpeed(step: 1 | -1) {
      const next = speeds[speeds.indexOf(state.speed) + step];
      if (next) this.setSpeed(next);
    },
  };
}

/** A part of the player's state; draws again only when that part changes. `select` returns a number, a text or a boolean. */
export function usePlayerState<T extends string | number | boolean | undefined>(
  player: Player,
  select: (state: PlayerState) => T,
): T {
  return useSyncExternalStore(player.subscribe, () => select(player.read()));
}
