import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asFailure, type Failure } from '../errors';
import { addressOfHost, apiAddress } from '../browser/origins';
import { ask, type ConnectionInput } from '../messages';
import { requestHost } from '../browser/permissions';
import { useConnections } from './useConnections';
import { usePolicy } from './usePolicy';
import { useProviderName } from './useProviderName';
import { useProviders } from './useProviders';
import type { Account } from '../call/providerInfo';
import type { Connection } from '../call/connection';

/** What a test of a connection came to. */
export type Check = 'running' | { account: Account } | { failure: Failure };

/** A connection that a policy brings, with the key that the user entered for it. */
type ManagedInput = Connection & { key: string };

/** The connections of the options page, and everything a click there does. */
export function useSettingsPage() {
  const client = useQueryClient();
  const providers = useProviders();
  const connections = useConnections();
  const [checks, setChecks] = useState<Record<string, Check>>({});
  const changed = () => client.invalidateQueries({ queryKey: ['connections'] });

  const test = async (connection: string) => {
    const tell = (check: Check) => setChecks((before) => ({ ...before, [connection]: check }));
    tell('running');
    await ask('testConnection', { connection }).then(
      (account) => tell({ account }),
      (error: unknown) => tell({ failure: asFailure(error) }),
    );
  };

  /** Asks for the API's host first, while the click's gesture lasts; a connection is saved even if its test then fails. */
  const save = useMutation({
    mutationFn: async (input: ConnectionInput | ManagedInput) => {
      const address = apiAddress(providers.find(({ id }) => id === input.provider)?.regions ?? [], input);
      if (address) await requestHost(address).catch(() => false);
      const connection =
        'managed' in input
          ? await ask('saveManagedKey', { connection: input.id, key: input.key })
          : await ask('saveConnection', input);
      await changed();
      if (!connection.sample) void test(connection.id);
    },
  });

  return {
    policy: usePolicy(),
    providers,
    providerName: useProviderName(),
    connections: connections.data,
    checks,
    saving: save.isPending,
    saveFailure: save.error ? asFailure(save.error) : undefined,
    saveKey: (connection: Connection, key: string) => save.mutate({ ...connection, key }),
    save: (input: ConnectionInput, done?: () => void) => save.mutate(input, { onSuccess: done }),
    /** Tries once more what failed, e.g. now that the keys are unlocked. */
    saveAgain: () => save.variables && save.mutate(save.variables),
    test: ({ id }: Connection) => void test(id),
    keyAccess: ({ id }: Connection) => ask('keyAccess', { connection: id }),
    grant: (host: string, { id }: Connection) =>
      void requestHost(addressOfHost(host)).then((granted) => (granted ? test(id) : undefined)),
    remove: async ({ id }: Connection) => {
      await ask('removeConnection', { connection: id });
      await changed();
    },
    addSamples: async () => {
      await ask('addSamples', {});
      await changed();
    },
    report: () => ask('diagnostics', {}),
    forgetChecks: () => setChecks({}),
  };
}
