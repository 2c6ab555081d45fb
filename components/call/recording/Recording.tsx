import { Play } from 'lucide';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Call, Timestamp } from '../../../lib/call/call';
import { asFailure, type Failure } from '../../../lib/errors';
import { useSingleKeys } from '../../ui/useSingleKeys';
import type { RecordingFile } from '../../../lib/ui/openRecording';
import { Button } from '../../ui/Button';
import type { FailureContext } from '../../ui/describe';
import { formatWhen } from '../../../lib/call/when';
import { Problem } from '../../ui/Problem';
import { usePlayback } from './PlaybackContext';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './Recording.module.css';

const Player = lazy(() => import('./Player'));

interface RecordingProps {
  call: Call;
  context: FailureContext;
  /** Brings the file into the page; its object URL, if it is one, is revoked here. */
  onOpen: () => Promise<RecordingFile>;
}

const halfDay = 12 * 3_600_000;

/** Whether a time may still be ahead. One without a zone is read as the latest that it can mean. */
function isAhead({ iso, text }: Timestamp): boolean {
  return iso ? Date.parse(iso) > Date.now() : Date.parse(`${text.replace(' ', 'T')}Z`) + halfDay > Date.now();
}

/** Why there is nothing to play, or what opening would do. */
function words({ recording: { kind, availableAt }, status }: Call): string {
  if (kind === 'none' && status?.kind === 'in-progress') return i18n.t('call.recording.inProgress');
  if (kind === 'none' && availableAt && isAhead(availableAt))
    return i18n.t('call.recording.notYet', { time: formatWhen(availableAt) });
  return i18n.t(`call.recording.${kind}`);
}

function release(old: RecordingFile | undefined): void {
  if (old?.bytes) URL.revokeObjectURL(old.url);
}

/** The recording: fetched only when it is asked for, kept only while it is on screen. */
export function Recording({ call, context, onOpen }: RecordingProps) {
  const { player, hasRecording } = usePlayback();
  const [opening, setOpening] = useState(false);
  const [file, setFile] = useState<RecordingFile>();
  const [failure, setFailure] = useState<Failure>();
  const isAlive = useRef(true);
  /** A link that stopped working while it was played is asked for afresh, once. */
  const isFresh = useRef(false);

  const open = async () => {
    setOpening(true);
    setFailure(undefined);
    try {
      const opened = await onOpen();
      if (isAlive.current) setFile(opened);
      else release(opened);
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
    setOpening(false);
  };
  const onBroken = (isNoSound: boolean) => {
    setFile(undefined);
    if (isNoSound) setFailure({ code: 'recording-type' });
    else if (isFresh.current) setFailure({ code: 'recording-expired' });
    else {
      isFresh.current = true;
      void open();
    }
  };

  useEffect(() => () => release(file), [file]);
  useEffect(() => {
    isAlive.current = true;
    return () => {
      isAlive.current = false;
    };
  }, []);
  useEffect(() => (hasRecording ? player.onOpen(() => void open()) : undefined));
  // The space bar scrolls until there is something to play.
  useSingleKeys(hasRecording && !file && !opening ? { k: () => player.seek(0, true) } : {});

  /** Whether there is more to say than that there is a recording, or none. */
  const says = !hasRecording && !(call.recording.kind === 'none' && words(call) === i18n.t('call.recording.none'));
  const isNone = failure?.code === 'not-found';
  return (
    <div role="group" aria-label={i18n.t('call.recording.title')} className={css.recording}>
      {file ? (
        <Suspense>
          <Player key={file.url} file={file} call={call} onBroken={onBroken} />
        </Suspense>
      ) : (
        <>
          {hasRecording && (
            <Button icon={Play} busy={opening} onClick={() => player.seek(0, true)}>
              {opening ? i18n.t('call.recording.opening') : i18n.t('call.recording.open')}
            </Button>
          )}
          {!failure && <p className={says ? undefined : hidden.beside}>{words(call)}</p>}
        </>
      )}
      {isNone && <p role="alert">{i18n.t('call.recording.none')}</p>}
      {failure && !isNone && (
        <Problem
          failure={failure}
          context={{ ...context, part: i18n.t('call.recording.part') }}
          onNext={() => void open()}
        />
      )}
    </div>
  );
}
