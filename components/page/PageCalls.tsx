import { i18n } from '#i18n';
import type { PageCall } from '../../lib/page/protocol';
import { CallItem } from '../lists/CallList';
import list from '../lists/CallList.module.css';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import css from './page.module.css';

interface Props {
  calls: PageCall[];
  /** IDs are asked about only when the user points at them. */
  askOnPoint: boolean;
  onOpen(call: PageCall): void;
  /** Absent where it cannot be remembered, because the site is not enabled. */
  onNotAnId?(call: PageCall): void;
}

/** The calls the page on screen shows, in its order; IDs nobody was asked about yet say so. */
export function PageCalls({ calls, askOnPoint, onOpen, onNotAnId }: Props) {
  return (
    <Section title={i18n.t('pageCalls.title')}>
      {calls.length === 0 && <p className={list.empty}>{i18n.t('pageCalls.empty')}</p>}
      {calls.length > 0 && (
        <ul className={list.list} aria-label={i18n.t('pageCalls.title')}>
          {calls.map((call) => (
            <li key={call.id}>
              <CallItem call={listed(call, askOnPoint)} onOpen={() => onOpen(call)} />
              {call.state !== 'confirmed' && onNotAnId && (
                <div className={css.unteach}>
                  <Button
                    look="quiet"
                    aria-label={i18n.t('pageCalls.notAnIdNamed', { id: call.id })}
                    onClick={() => onNotAnId(call)}
                  >
                    {i18n.t('pageCalls.notAnId')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function listed({ id, call, state, label }: PageCall, askOnPoint: boolean) {
  if (call) return call;
  const waits = askOnPoint ? i18n.t('pageCalls.unasked') : i18n.t('pageCalls.asking');
  const note = [
    state === 'later' ? i18n.t('pageCalls.later') : waits,
    label && i18n.t('pageCalls.beside', { label }),
  ].filter(Boolean);
  return { ref: { provider: '', connection: '', id }, note: note.join(' · ') };
}
