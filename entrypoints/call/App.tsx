import { X } from 'lucide';
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useMemo } from 'react';
import { i18n } from '#i18n';
import { CallPane } from '../../components/call/CallPane';
import { CallView } from '../../components/call/CallView';
import { Inspector } from '../../components/inspector/Inspector';
import { NotFound } from '../../components/lookup/NotFound';
import { CompareWith } from '../../components/compare/CompareWith';
import { OpenFile } from '../../components/compare/OpenFile';
import css from '../../components/compare/compare.module.css';
import { Shell } from '../../components/ui/Shell';
import { Button } from '../../components/ui/Button';
import { Notice } from '../../components/ui/Notice';
import { Skeleton } from '../../components/ui/Skeleton';
import type { CallRef } from '../../lib/call/call';
import { useLink } from '../../lib/hooks/useLink';
import { useLinkedCall } from '../../lib/hooks/useLinkedCall';
import { useTitleAndPrint } from '../../lib/hooks/useTitleAndPrint';
import { useExportedCall } from '../../lib/hooks/useExportedCall';
import { useInspector } from '../../lib/hooks/useInspector';
import { linkTo } from '../../lib/browser/callLink';
import { useLookUp } from '../../lib/hooks/useLookUp';
import { useRecentCalls } from '../../lib/hooks/useRecentCalls';
import { takeStep } from '../../lib/ui/takeStep';

/** Only a page with two calls carries it. */
const Comparison = lazy(() =>
  import('../../components/compare/Comparison').then((module) => ({ default: module.Comparison })),
);

type Link = Pick<CallRef, 'provider' | 'id'>;

export function App() {
  const { link, text } = useLink();
  if (link?.other) return <TwoCalls left={link} right={link.other} />;
  return (
    <Shell width="page">
      {link && <OneCall {...link} />}
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
  useTitleAndPrint([link.id], linked.handle.answer !== undefined);
  return <LinkedCall {...linked} actions={<OtherCall link={link} providerName={linked.providerName} />} />;
}

function OtherCall({ link, providerName }: { link: Link; providerName(id: string): string }) {
  const lookUp = useLookUp();
  const recent = useRecentCalls();
  return (
    <CompareWith
      lookUp={lookUp}
      recent={recent.filter(({ ref }) => ref.provider !== link.provider || ref.id !== link.id)}
      providerName={providerName}
      onChoose={(other) => location.assign(linkTo(link, other))}
    />
  );
}

function TwoCalls({ left, right }: { left: Link; right: Link }) {
  const [a, b] = [useLinkedCall(left), useLinkedCall(right)];
  const [callA, callB] = [a.handle.answer?.call, b.handle.answer?.call];
  const compared = useMemo(
    () => (callA && callB ? ([callA, callB] as [typeof callA, typeof callB]) : undefined),
    [callA, callB],
  );
  useTitleAndPrint([left.id, right.id], compared !== undefined);
  return (
    <Shell width="wide">
      <div className={css.pair}>
        <Suspense>{compared && <Comparison calls={compared} names={[a.names, b.names]} />}</Suspense>
        <div className={css.calls}>
          {[a, b].map((linked, index) => (
            <div key={linked.lookedUp.id}>
              <LinkedCall
                {...linked}
                actions={
                  <Button look="quiet" icon={X} onClick={() => location.assign(linkTo(index ? left : right))}>
                    {i18n.t('takeAway.close')}
                  </Button>
                }
              />
            </div>
          ))}
        </div>
      </div>
    </Shell>
  );
}

function LinkedCall(props: ReturnType<typeof useLinkedCall> & { actions: ReactNode }) {
  const { ref, names, asking, lookedUp, providerName } = props;
  if (ref) {
    return (
      <CallPane
        callRef={ref}
        {...names}
        handle={props.handle}
        tools={props.tools}
        actions={props.actions}
        onNext={(step, failure, retry) => void takeStep(step, failure, { retry, edit: retry })}
      />
    );
  }
  if (asking) return <Skeleton lines={10} waitingFor={names.provider} />;
  return (
    <NotFound
      row={lookedUp}
      providerName={providerName}
      onNext={(step, failure) => void takeStep(step, failure, { retry: props.retry, edit: props.retry })}
    />
  );
}

/** A page without a call: one that was exported can be opened in it. */
function NoCall() {
  const { opened, refused, open, close } = useExportedCall();
  if (!opened) {
    return (
      <>
        {location.hash.length > 1 && <Notice>{i18n.t('page.linkInvalid')}</Notice>}
        <OpenFile refused={refused} onFile={(file) => void open(file)} />
      </>
    );
  }
  const { call, name, at } = opened;
  return (
    <>
      <Notice action={<Button onClick={close}>{i18n.t('takeAway.close')}</Button>}>
        {i18n.t('takeAway.fromFileHint', { name })}
      </Notice>
      <CallView
        call={call}
        provider={call.ref.provider}
        connection={i18n.t('takeAway.fromFile')}
        fetchedAt={at}
        failures={[]}
        refreshing={false}
      />
    </>
  );
}
