import { CircleDashed, EqualNot, Send, Timer, TriangleAlert, Wrench } from 'lucide';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../../lib/call/call';
import { type Concern, concernsOf } from '../../../lib/call/concerns';
import { Icon, type IconNode } from '../../ui/Icon';
import { useEvidence } from '../evidence/EvidenceContext';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './NeedsALook.module.css';
import { showPart } from './parts';
import { sayConcern } from './sayConcern';

const icons: Record<Concern['kind'], IconNode> = {
  delivery: Send,
  action: Wrench,
  different: EqualNot,
  issue: TriangleAlert,
  slow: Timer,
  unsaid: CircleDashed,
  problem: TriangleAlert,
};

/** What needs a look, a line each that leads to its place; nothing where nothing does. */
export function NeedsALook({ call }: { call: Call }) {
  const { findings, goTo } = useEvidence();
  const concerns = useMemo(() => concernsOf(call, findings), [call, findings]);
  if (concerns.length === 0) return null;
  const title = i18n.t('call.look.title');
  return (
    <section className={css.look}>
      <h3 className={hidden.beside}>{title}</h3>
      <ul aria-label={title}>
        {concerns.map((concern) => {
          const { what, more } = sayConcern(concern);
          return (
            <li key={concern.kind}>
              <button
                type="button"
                onClick={({ currentTarget }) =>
                  concern.kind === 'slow' ? goTo(concern.turn) : showPart(currentTarget, concern.at)
                }
              >
                <Icon of={icons[concern.kind]} size={14} />
                <span>{what}</span>
                {more && (
                  <span className={css.rest}>
                    <bdi className={css.more} title={more}>
                      {more}
                    </bdi>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
