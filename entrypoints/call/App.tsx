import { useEffect, useEffectEvent, useState } from 'react';
import { i18n } from '#i18n';
import { CallPane } from '../../components/call/CallPane';
import { Inspector } from '../../components/inspector/Inspector';
import { notFound } from '../../components/lookup/notFound';
import { Shell } from '../../components/shell/Shell';
import { Notice } from '../../components/ui/Notice';
import { Skeleton } from '../../components/ui/Skeleton';
import { asFailure, type Failure } from '../../lib/errors';
import { useInspector } from '../../lib/inspector';
import { readLink, readLinkedText } from '../../lib/panel';
import { useCall, useConnections, useLinkedCall, useProviders } from '../../lib/queries';
import { takeStep } from '../../lib/steps';

export function App() {
  const hash = useHash();
  const link = readLink(hash);
  const text = readLinkedText(hash);
  return (
    <Shell width="page">
      {link && <LinkedCall {...link} />}
      {text && <LinkedText key={text} text={text} />}
      {!link && !text && <Notice>{i18n.t('page.linkInvalid')}</Notice>}
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

function LinkedCall({ provider, id }: { provider: string; id: string }) {
  const providers = useProviders();
  const connections = useConnections();
  const linked = useLinkedCall(provider, id);
  const found = linked.data && 'found' in linked.data ? linked.data.found : undefined;
  const call = useCall(found?.call.ref, found);
  const providerName = (each: string) => providers.find((other) => other.id === each)?.name ?? each;
  useEffect(() => {
    document.title = i18n.t('call.title', { id });
  }, [id]);

  if (found) {
    const { ref } = found.call;
    return (
      <CallPane
        callRef={ref}
        handle={call}
        provider={providerName(provider)}
        connection={connections.data?.find((each) => each.id === ref.connection)?.label ?? ref.connection}
        onNext={(step, failure: Failure, retry) => void takeStep(step, failure, { retry, edit: retry })}
      />
    );
  }
  if (linked.isFetching) return <Skeleton lines={10} waitingFor={providerName(provider)} />;
  const failure = linked.error ? asFailure(linked.error) : undefined;
  return (
    <Notice role="alert" tone="negative">
      {notFound({ id, providers: [provider], answer: linked.data, failure }, providerName).sentence}
    </Notice>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return hash;
}
