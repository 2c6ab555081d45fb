import { i18n } from '#i18n';
import type { PageCall } from '../../lib/page/protocol';
import { CallList, ungrouped } from '../lists/CallList';
import type { ShownCall } from '../lists/RowParts';
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
      <CallList
        label={i18n.t('pageCalls.title')}
        calls={calls.map((call) => listed(call, askOnPoint))}
        empty={i18n.t('pageCalls.empty')}
        groupOf={ungrouped}
        renderAfter={({ of }) =>
          of.state !== 'confirmed' &&
          onNotAnId && (
            <div className={css.unteach}>
              <Button
                look="quiet"
                aria-label={i18n.t('pageCalls.notAnIdNamed', { id: of.id })}
                onClick={() => onNotAnId(of)}
              >
                {i18n.t('pageCalls.notAnId')}
              </Button>
            </div>
          )
        }
        onOpen={({ id }) => {
          const call = calls.find((each) => each.id === id);
          if (call) onOpen(call);
        }}
      />
    </Section>
  );
}

function listed(of: PageCall, askOnPoint: boolean): ShownCall & { of: PageCall } {
  const { id, call, state, label } = of;
  if (call) return { ...call, of };
  const waits = askOnPoint ? i18n.t('pageCalls.unasked') : i18n.t('pageCalls.asking');
  const note = [
    state === 'later' ? i18n.t('pageCalls.later') : waits,
    label && i18n.t('pageCalls.beside', { label }),
  ].filter(Boolean);
  return { ref: { provider: '', connection: '', id }, note: note.join(' · '), of };
}
