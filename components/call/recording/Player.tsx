import { Download, Pause, Play, RotateCcw, RotateCw } from 'lucide';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../../lib/call/call';
import { peaksOf } from '../../../lib/ui/waveform';
import { speeds, usePlayerState } from './playerStore';
import type { RecordingFile } from '../../../lib/ui/openRecording';
import { useSingleKeys } from '../../ui/useSingleKeys';
import { IconButton } from '../../ui/Button';
import { formatClock } from '../../../lib/call/duration';
import { formatNumber } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { usePlayback } from './PlaybackContext';
import css from './Player.module.css';

const bars = 120;
const endings: Record<string, string> = {
  wav: 'wav',
  'x-wav': 'wav',
  wave: 'wav',
  mpeg: 'mp3',
  mp4: 'm4a',
  ogg: 'ogg',
};

function fileName(id: string, type = ''): string {
  const ending = endings[type.replace(/^audio\//, '').replace(/;.*$/, '')];
  return `call-${id.replaceAll(/[^\w-]/g, '_')}${ending ? `.${ending}` : ''}`;
}

/** How loud the recording is along its length; played so far in another colour. */
function Waveform({ bytes, share }: { bytes: Blob; share: number }) {
  const [peaks, setPeaks] = useState<number[]>();
  useEffect(() => {
    let isWanted = true;
    void peaksOf(bytes, bars).then((found) => isWanted && setPeaks(found));
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  const path = peaks?.map((peak, index) => `M${index + 0.5} ${50 - peak * 46 - 2}v${peak * 92 + 4}`).join('');
  return (
    path && (
      <svg aria-hidden className={css.wave} viewBox={`0 0 ${bars} 100`} preserveAspectRatio="none">
        <path d={path} />
        <path d={path} className={css.played} style={{ clipPath: `inset(0 ${100 - share * 100}% 0 0)` }} />
      </svg>
    )
  );
}

interface MarksProps {
  call: Call;
  duration: number;
}

/** The actions that have a time, each at its place on the timeline. */
function Marks({ call, duration }: MarksProps) {
  const { player } = usePlayback();
  const turns = call.transcripts[0]?.turns ?? [];
  const marks = call.actions.flatMap(({ name, offset, turn, pointer }) => {
    const at = offset ?? (turn === undefined ? undefined : turns[turn]?.offset);
    return at !== undefined && at <= duration ? [{ name, at, pointer }] : [];
  });
  if (!marks.length) return null;
  return (
    <ul aria-label={i18n.t('call.player.actions')} className={css.marks}>
      {marks.map(({ name, at, pointer }) => {
        const label = i18n.t('call.player.action', { name, time: formatClock(at) });
        return (
          <li key={pointer} style={{ left: `${(100 * at) / duration}%` }}>
            <button type="button" title={label} aria-label={label} onClick={() => player.seek(at)} />
          </li>
        );
      })}
    </ul>
  );
}

interface PlayerProps {
  file: RecordingFile;
  call: Call;
  /** It cannot be played: because it is no sound, or because its address gives nothing any more. */
  onBroken: (isNoSound: boolean) => void;
}

/** Plays a recording: position, speed, skips, by pointer and by key. */
export default function Player({ file, call, onBroken }: PlayerProps) {
  const { player } = usePlayback();
  const audio = useRef<HTMLAudioElement>(null);
  const isPlaying = usePlayerState(player, (state) => state.isPlaying);
  const time = usePlayerState(player, (state) => state.time);
  const known = usePlayerState(player, (state) => state.duration);
  const speed = usePlayerState(player, (state) => state.speed);
  const duration = known || call.duration || 0;

  useSingleKeys({
    ' ': player.toggle,
    k: player.toggle,
    j: () => player.skip(-10),
    l: () => player.skip(10),
    ArrowLeft: () => player.skip(-5),
    ArrowRight: () => player.skip(5),
    '<': () => player.stepSpeed(-1),
    '>': () => player.stepSpeed(1),
  });

  const onError = () => {
    const { message = '' } = audio.current?.error ?? {};
    // Bytes that are here have not expired. Chromium names the demuxer where a reply came but was no sound.
    onBroken(file.bytes !== undefined || /DEMUXER|DECODE/i.test(message));
  };
  const onErrorNow = useEffectEvent(onError);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    // It began to load when it was made, and may have failed before React listened.
    if (element.error) onErrorNow();
    return player.attach(element);
  }, [player]);
  const place = i18n.t('call.player.place', { time: formatClock(time), duration: formatClock(duration) });
  return (
    <div className={css.player}>
      {/* What is said stands in the transcript. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} src={file.url} preload="auto" onError={onError} />
      <div className={css.timeline}>
        {file.bytes && <Waveform bytes={file.bytes} share={duration ? time / duration : 0} />}
        <input
          type="range"
          aria-label={i18n.t('call.player.position')}
          aria-valuetext={place}
          min={0}
          max={duration || 1}
          step={0.1}
          value={Math.min(time, duration)}
          onChange={(event) => player.seek(Number(event.target.value))}
        />
        {duration > 0 && <Marks call={call} duration={duration} />}
      </div>
      <div className={css.controls}>
        <IconButton icon={RotateCcw} name={i18n.t('call.player.back')} onClick={() => player.skip(-10)} />
        <IconButton
          icon={isPlaying ? Pause : Play}
          name={isPlaying ? i18n.t('call.player.pause') : i18n.t('call.player.play')}
          onClick={player.toggle}
        />
        <IconButton icon={RotateCw} name={i18n.t('call.player.forward')} onClick={() => player.skip(10)} />
        <span className={css.time}>{place}</span>
        <select
          aria-label={i18n.t('call.player.speed')}
          value={speed}
          onChange={(event) => player.setSpeed(Number(event.target.value))}
        >
          {speeds.map((each) => (
            <option key={each} value={each}>
              {formatNumber(each)}×
            </option>
          ))}
        </select>
        <a
          className={css.download}
          href={file.url}
          download={fileName(call.ref.id, file.bytes?.type)}
          target={file.bytes ? undefined : '_blank'}
          rel="noreferrer"
          title={i18n.t('call.player.download')}
          aria-label={i18n.t('call.player.download')}
        >
          <Icon of={Download} />
        </a>
      </div>
    </div>
  );
}
