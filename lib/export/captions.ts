import { i18n } from '#i18n';
import type { Call } from '../call/call';
import { speakerName } from '../call/speakerName';
import type { ExportFormat } from './format';

/** Times in milliseconds from the start of the call. */
interface Cue {
  start: number;
  end: number;
  speaker: string;
  lines: string[];
}

/** How long the last cue is shown, in milliseconds, where nothing says when it ends. */
const lastCue = 5000;

/**
 * The cues of the first transcript that has real times: one a spoken turn, in time order. A cue ends where the provider says,
 * else with the next one, else with the call. `undefined` where any spoken turn has no offset: none is ever guessed.
 */
function cuesOf(call: Call): Cue[] | undefined {
  for (const { turns } of call.transcripts) {
    const spoken = turns.filter(({ speaker, text }) => speaker !== 'tool' && text.trim() !== '');
    if (spoken.length === 0 || !spoken.every(({ offset }) => offset !== undefined && offset >= 0)) continue;
    const ordered = spoken
      .map((turn) => ({ turn, start: Math.round((turn.offset ?? 0) * 1000) }))
      .sort((a, b) => a.start - b.start);
    return ordered.map(({ turn, start }, index) => {
      const next = ordered.slice(index + 1).find((one) => one.start > start)?.start;
      const stated = [turn.endOffset, call.duration].map((seconds) => Math.round((seconds ?? 0) * 1000));
      const [own = 0, whole = 0] = stated;
      const end = own > start ? own : (next ?? (whole > start ? whole : start + lastCue));
      return { start, end, speaker: speakerName(turn), lines: turn.text.trim().split(/\s*[\r\n]+\s*/) };
    });
  }
  return undefined;
}

function stamp(milliseconds: number, point: '.' | ','): string {
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${pad(hours)}:${pad(minutes)}:${pad(seconds % 60)}${point}${pad(milliseconds % 1000, 3)}`;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** WebVTT with the speaker as voice; `undefined` where the call has no real times. */
export function writeVtt(call: Call): string | undefined {
  const cues = cuesOf(call)?.map(
    ({ start, end, speaker, lines }, index) =>
      `${index + 1}\n${stamp(start, '.')} --> ${stamp(end, '.')}\n<v ${escape(speaker)}>${lines.map(escape).join('\n')}\n`,
  );
  return cues && `WEBVTT\n\n${cues.join('\n')}`;
}

/** SubRip with the speaker before the words; `undefined` where the call has no real times. */
export function writeSrt(call: Call): string | undefined {
  const cues = cuesOf(call)?.map(
    ({ start, end, speaker, lines }, index) =>
      `${index + 1}\n${stamp(start, ',')} --> ${stamp(end, ',')}\n${speaker}: ${lines.join('\n').replaceAll('-->', '→')}\n`,
  );
  return cues?.join('\n');
}

export const formats: ExportFormat[] = [
  { id: 'vtt', extension: 'vtt', type: 'text/vtt', label: () => i18n.t('export.vtt'), write: writeVtt },
  { id: 'srt', extension: 'srt', type: 'application/x-subrip', label: () => i18n.t('export.srt'), write: writeSrt },
];
