import { CircleDashed, Equal, EqualNot, Quote, Tag } from 'lucide';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Comparison } from '../../../lib/compare/compareRecord';
import { Badge } from '../../ui/Badge';
import { formatNumber } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './Evidence.module.css';
import { useEvidence } from './EvidenceContext';
import { Text } from '../values/Value';
import { jsonText } from '../../../lib/call/jsonText';

/** So many places are named at first. */
const few = 3;
/** So many chips of what was taken from one turn. */
const mostChips = 50;

/** Where a value was said: a way to each turn; or that it was not found. */
export function SaidIn({ fact }: { fact: number }) {
  const { facts, findings, shown, show, goTo } = useEvidence();
  const [all, setAll] = useState(false);
  const turns = findings?.turns[fact];
  const { name = '' } = facts[fact] ?? {};
  if (!turns) return null;
  if (turns.length === 0) {
    return (
      <p className={css.said} title={i18n.t('evidence.none')}>
        <Icon of={CircleDashed} size={12} /> <span className={hidden.beside}>{i18n.t('evidence.none')}</span>
      </p>
    );
  }
  const named = all ? turns : turns.slice(0, few);
  return (
    <p className={css.said}>
      <Icon of={Quote} size={12} />
      {named.map((turn, index) => {
        const number = formatNumber(turn + 1);
        const said = index === 0 ? i18n.t('evidence.turn', { number }) : i18n.t('evidence.also', { number });
        return (
          <button
            key={turn}
            type="button"
            className={css.place}
            aria-label={i18n.t('evidence.show', { said, name })}
            aria-pressed={shown === fact && index === 0}
            onClick={() => {
              show(fact);
              goTo(turn);
            }}
          >
            {said}
          </button>
        );
      })}
      {named.length < turns.length && (
        <button type="button" className={css.place} onClick={() => setAll(true)}>
          {i18n.t('evidence.more', turns.length - named.length)}
        </button>
      )}
    </p>
  );
}

/** What was taken from a turn of the first transcript, a chip each. Pressing one points out its words. */
export function TakenFrom({ turn }: { turn: number }) {
  const { facts, findings, shown, show } = useEvidence();
  const [all, setAll] = useState(false);
  const taken = [...new Set(findings?.taken.get(turn)?.map(({ fact }) => fact))];
  if (taken.length === 0) return null;
  const named = all ? taken : taken.slice(0, mostChips);
  return (
    <p className={css.taken}>
      {named.map((fact) => {
        const { name = '', value = null } = facts[fact] ?? {};
        return (
          <button
            key={fact}
            type="button"
            className={css.chip}
            title={`${name}: ${jsonText(value)}`}
            aria-label={i18n.t('evidence.taken', { name })}
            aria-pressed={shown === fact}
            onClick={() => show(fact)}
          >
            <Icon of={Tag} size={12} /> <span>{name}</span>
          </button>
        );
      })}
      {named.length < taken.length && (
        <button type="button" className={css.place} onClick={() => setAll(true)}>
          {i18n.t('evidence.more', taken.length - named.length)}
        </button>
      )}
    </p>
  );
}

const looks = {
  equal: ['positive', Equal, () => i18n.t('record.equal')],
  different: ['warning', EqualNot, () => i18n.t('record.different')],
  missing: ['neutral', CircleDashed, () => i18n.t('record.missing')],
} as const;

/** What the CRM record on screen says of the same thing. */
function InRecord({ field, outcome }: Comparison) {
  const [tone, icon, word] = looks[outcome];
  return (
    <p className={css.record}>
      <Badge tone={tone} icon={icon}>
        {word()}
      </Badge>
      {field && (
        <span>
          <bdi>{field.label}</bdi>: <Text>{field.value}</Text>
        </span>
      )}
    </p>
  );
}

/** Below an extracted value: where it was said, and what the record on screen says. */
export function FactAside({ fact }: { fact: number }) {
  const compared = useEvidence().findings?.compared?.get(fact);
  return (
    <>
      <SaidIn fact={fact} />
      {compared && <InRecord {...compared} />}
    </>
  );
}
