import { Play } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../lib/call';
import { asFailure, type Failure } from '../../lib/errors';
import { Button } from '../ui/Button';
import type { FailureContext } from '../ui/describe';
import { Problem } from '../ui/Problem';
import { Section } from '../ui/Section';
import styles from './Recording.module.css';

interface RecordingProps {
  kind: Call['recording']['kind'];
  context: FailureContext;
  onOpen: () => Promise<void>;
}

/** Whether there is a recording and where; it is asked for only by the button. */
export function Recording({ kind, context, onOpen }: RecordingProps) {
  const [opening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = async () => {
    setOpening(true);
    setFailure(undefined);
    await onOpen().catch((thrown: unknown) => setFailure(asFailure(thrown)));
    setOpening(false);
  };
  return (
    <Section title={i18n.t('call.recording.title')}>
      <div className={styles.recording}>
        {(kind === 'link' || kind === 'request') && (
          <Button icon={Play} busy={opening} onClick={() => void open()}>
            {opening ? i18n.t('call.recording.opening') : i18n.t('call.recording.open')}
          </Button>
        )}
        <p>{i18n.t(`call.recording.${kind}`)}</p>
        {failure && <Problem failure={failure} context={context} onNext={() => void open()} />}
      </div>
    </Section>
  );
}
