import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Call } from '../../../lib/call/call';
import { createPlayer, type Player } from './playerStore';

interface Playback {
  player: Player;
  /** Whether there is a recording to be played. */
  hasRecording: boolean;
}

const PlaybackContext = createContext<Playback>({ player: createPlayer(), hasRecording: false });

/** The player that the recording, the transcript and the actions of a call share. */
export const usePlayback = () => useContext(PlaybackContext);

interface PlaybackProviderProps {
  call: Call;
  /** Whether there is a way to the recording: none for a call read from a file. */
  canOpen: boolean;
  children: ReactNode;
}

export function PlaybackProvider({ call, canOpen, children }: PlaybackProviderProps) {
  const [player] = useState(createPlayer);
  const { kind } = call.recording;
  const hasRecording = canOpen && (kind === 'link' || kind === 'request');
  const value = useMemo(() => ({ player, hasRecording }), [player, hasRecording]);
  return <PlaybackContext value={value}>{children}</PlaybackContext>;
}
