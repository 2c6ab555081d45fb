import { X } from 'lucide';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { LinkedCall } from '../../components/call/LinkedCall';
import { SampleNote } from '../../components/call/SampleNote';
import { Inspector } from '../../components/inspector/Inspector';
import { Button } from '../../components/ui/Button';
import { Shell } from '../../components/ui/Shell';
import { linkTo } from '../../lib/browser/callLink';
import type { CallRef } from '../../lib/call/callRef';
import { useInspector } from '../../lib/hooks/useInspector';
import { useLink } from '../../lib/hooks/useLink';
import { useLinkedCall } from '../../lib/hooks/useLinkedCall';
import { useLookUp } from '../../lib/hooks/useLookUp';
import { useRecentCalls } from '../../lib/hooks/useRecentCalls';
import { useSingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';
import { useTitleAndPrint } from '../../lib/hooks/useTitleAndPrint';
import { type NextStep, takeStep } from '../../lib/ui/takeStep';
import type { Failure } from '../../lib/errors';

type Link = Pick<CallRef, 'provider' | 'id'>;

const onNext = (step: NextStep, failure: Failure, retry: () => void) =>
  void takeStep(step, failure, { retry, edit: retry });

/** What is beside one call, or in its place: loaded when it is shown. */
const CallPair = lazy(() =>
  import('../../components/compare/CallPair').then((module) => ({ default: module.CallPair })),
);
const CompareWith = lazy(() =>
  import('../../components/compare/CompareWith').then((module) => ({ default: module.CompareWith })),
);
const NoCall = lazy(() => import('./NoCall').then((module) => ({ default: module.NoCall })));

export function App() {
  const { link, text } = useLink();
  const keys = useSingleKeySwitch();
  return (
    <Shell width={link?.other ? 'wide' : 'page'} keys={keys}>
      {link?.other && <TwoCalls left={link} right={link.other} />}
      {link && !link.other && <OneCall {...link} />}
      {text && <LinkedText key={text} text={text} />}
      {!link && !text && <NoCall />}
    </Shell>
  );
}

/** A text to look up, e.g. what was typed into the address bar. */
function LinkedText({ text }: { text: string }) {
  const inspector = useInspector();
  const submit = useEffectEvent(() => inspector.lookUp.submit(text));
  useEffect(() => submit(), []);
  return <Inspector {...inspector} />;
}

function OneCall(link: Link) {
  const linked = useLinkedCall(link);
  const lookUp = useLookUp();
  const recent = useRecentCalls();
  useTitleAndPrint([link.id], linked.handle.answer !== undefined);
  const other = (
    <Suspense>
      <CompareWith
        lookUp={lookUp}
        recent={recent.filter(({ ref }) => ref.provider !== link.provider || ref.id !== link.id)}
        providerName={linked.providerName}
        onChoose={(ref) => location.assign(linkTo(link, ref))}
      />
    </Suspense>
  );
  return (
    <>
      {linked.isSample && <SampleNote onConnect={() => void browser.runtime.openOptionsPage()} />}
      <LinkedCall {...linked} actions={other} onNext={onNext} />
    </>
  );
}

function TwoCalls({ left, right }: { left: Link; right: Link }) {
  const [a, b] = [useLinkedCall(left), useLinkedCall(right)];
  const [callA, callB] = [a.handle.answer?.call, b.handle.answer?.call];
  useTitleAndPrint([left.id, right.id], callA !== undefined && callB !== undefined);
  const close = (remaining: Link) => (
    <Button look="quiet" icon={X} onClick={() => location.assign(linkTo(remaining))}>
      {i18n.t('takeAway.close')}
    </Button>
  );
  return (
    <CallPair calls={[callA, callB]} names={[a.names, b.names]}>
      <LinkedCall {...a} actions={close(right)} onNext={onNext} />
      <LinkedCall {...b} actions={close(left)} onNext={onNext} />
    </CallPair>
  );
}
