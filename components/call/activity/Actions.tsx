import { useMemo } from 'react';
import { i18n } from '#i18n';
import { CircleCheck, CircleX } from 'lucide';
import type { Action } from '../../../lib/call/call';
import { Badge } from '../../ui/Badge';
import { formatClock } from '../../../lib/call/duration';
import { formatLatency, formatNumber } from '../../ui/format';
import { Disclosure } from '../../ui/Disclosure';
import { Lots } from '../../ui/Lots';
import { useEvidence } from '../evidence/EvidenceContext';
import own from './Actions.module.css';
import css from './lists.module.css';
import { useMaskedBelow } from '../values/RevealContext';
import { When } from '../../ui/When';
import { Fields, MaskedValues, Text, Value } from '../values/Value';

/** Parameters and result of an action: the part a transcript repeats where the action happened. */
export function ActionDetails({ action }: { action: Action }) {
  const { parameters, result, pointer } = action;
  const { pointerOf, rest } = useMaskedBelow(
    pointer,
    [result],
    parameters.map((fact) => fact.pointer),
  );
  return (
    <>
      {parameters.length > 0 && (
        <div className={css.part}>
          <p className={css.label}>{i18n.t('call.actions.parameters')}</p>
          <Fields facts={parameters} />
        </div>
      )}
      {result !== undefined && (
        <div className={css.part}>
          <p className={css.label}>{i18n.t('call.actions.result')}</p>
          <Value value={result} pointer={pointerOf(result)} />
        </div>
      )}
      <MaskedValues pointers={rest} />
    </>
  );
}

/** When it happened, how long it took, and whether it worked, as far as stated. */
export function ActionFacts({ action: { at, triggeredAt, offset, seconds, succeeded } }: { action: Action }) {
  return (
    <>
      {succeeded !== undefined && (
        <Badge tone={succeeded ? 'positive' : 'negative'} icon={succeeded ? CircleCheck : CircleX}>
          {succeeded ? i18n.t('call.actions.succeeded') : i18n.t('call.actions.failed')}
        </Badge>
      )}
      {offset !== undefined && <span>{formatClock(offset)}</span>}
      {at && <When value={at} />}
      {triggeredAt && (
        <span>
          {i18n.t('call.actions.triggered')} <When value={triggeredAt} />
        </span>
      )}
      {seconds !== undefined && <span title={i18n.t('call.seconds', { n: seconds })}>{formatLatency(seconds)}</span>}
    </>
  );
}

function InTurn({ turn }: { turn: number | undefined }) {
  const { goTo } = useEvidence();
  return (
    turn !== undefined && (
      <button type="button" className={own.go} onClick={() => goTo(turn)}>
        {i18n.t('call.actions.turn', { n: formatNumber(turn + 1) })}
      </button>
    )
  );
}

const isFailed = ({ succeeded }: Action) => succeeded === false;
const drawAction = (action: Action) => (
  <li key={action.pointer}>
    <h4>
      <Text>{action.name || (action.typeName ?? i18n.t('call.actions.unnamed'))}</Text>
    </h4>
    <div className={css.line}>
      {action.name && <span>{action.typeName}</span>}
      <code>{action.type}</code>
      {action.id && <code>{action.id}</code>}
      <ActionFacts action={action} />
      <InTurn turn={action.turn} />
    </div>
    {action.description && (
      <p>
        <Text>{action.description}</Text>
      </p>
    )}
    <ActionDetails action={action} />
  </li>
);

/** What the agent did during the call; what failed comes first. */
export function Actions({ actions }: { actions: Action[] }) {
  const title = i18n.t('call.actions.title');
  const sorted = useMemo(() => actions.toSorted((a, b) => Number(isFailed(b)) - Number(isFailed(a))), [actions]);
  return (
    <Disclosure title={title} count={actions.length} part="actions">
      <ul aria-label={title} className={css.list}>
        <Lots of={sorted} render={drawAction} holder="item" />
      </ul>
    </Disclosure>
  );
}
