import { TriangleAlert } from 'lucide';
import { memo, useMemo } from 'react';
import { i18n } from '#i18n';
import type { Call, FieldProblem } from '../../lib/call/call';
import { Disclosure } from '../ui/Disclosure';
import { Icon } from '../ui/Icon';
import { Lots } from '../ui/Lots';
import { Actions } from './activity/Actions';
import { Deliveries } from './activity/Deliveries';
import { Metrics } from './activity/Metrics';
import css from './CallView.module.css';
import { Details } from './Details';
import { AllFields } from './values/AllFields';
import { Text } from './values/Value';

const drawIssue = (issue: string) => (
  <li key={issue}>
    <Icon of={TriangleAlert} size={14} /> <Text>{issue}</Text>
  </li>
);

function Issues({ issues }: Pick<Call, 'issues'>) {
  const different = useMemo(() => [...new Set(issues)], [issues]);
  const title = i18n.t('call.issues.title');
  return (
    <Disclosure title={title} count={issues.length} part="issues">
      <ul aria-label={title} className={css.plain}>
        <Lots of={different} render={drawIssue} holder="item" />
      </ul>
    </Disclosure>
  );
}

const drawProblem = ({ pointer, expected, got }: FieldProblem) => (
  <li key={pointer}>
    <Icon of={TriangleAlert} size={14} />
    <span>
      <code>{pointer}</code> {i18n.t('call.problems.line', { expected, got })}
    </span>
  </li>
);

function FieldProblems({ problems }: Pick<Call, 'problems'>) {
  const title = i18n.t('call.problems.title', problems.length);
  return (
    <Disclosure title={title} part="problems">
      <ul aria-label={title} className={css.plain}>
        <Lots of={problems} render={drawProblem} holder="item" />
      </ul>
    </Disclosure>
  );
}

interface CallDataProps {
  call: Call;
  provider: string;
  connection: string;
}

/** What a call did, sent and cost, and all its fields: not drawn again when something beside it changes. */
export const CallData = memo(({ call, provider, connection }: CallDataProps) => (
  <>
    {call.actions.length > 0 && <Actions actions={call.actions} />}
    {call.deliveries.length > 0 && <Deliveries deliveries={call.deliveries} />}
    <Metrics metrics={call.metrics} transcripts={call.transcripts} />
    {call.issues.length > 0 && <Issues issues={call.issues} />}
    {call.problems.length > 0 && <FieldProblems problems={call.problems} />}
    <Details call={call} provider={provider} connection={connection} />
    <AllFields raw={call.raw} />
  </>
));
