import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import type { KeyAccess } from '../../lib/call/keyAccess';
import type { Check } from '../../lib/hooks/useSettingsPage';
import type { ConnectionInput } from '../../lib/messages';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Connection } from '../../lib/call/connection';
import { Button } from '../ui/Button';
import { Locked } from '../ui/Locked';
import { DeleteButton } from './DeleteButton';
import css from './settings.module.css';

interface Props {
  connections: Connection[];
  providers: ProviderInfo[];
  /** What the last test of each connection said, by connection ID. */
  checks: Record<string, Check>;
  onTest(connection: Connection): void;
  onReadAccess(connection: Connection): Promise<KeyAccess[]>;
  onSave(input: ConnectionInput): void;
  /** The user's own key, for a connection that a policy brings without one. */
  onSaveKey(connection: Connection, key: string): void;
  onRemove(connection: Connection): void;
  onGrant(host: string, connection: Connection): void;
}

const CheckResult = lazy(() => import('./CheckResult').then((module) => ({ default: module.CheckResult })));
const ConnectionForm = lazy(() => import('./ConnectionForm').then((module) => ({ default: module.ConnectionForm })));
const KeyForm = lazy(() => import('./KeyForm').then((module) => ({ default: module.KeyForm })));

/** The accounts that are asked for calls. */
export function ConnectionList(props: Props) {
  return (
    <ul className={css.list} aria-label={i18n.t('settings.connections')}>
      {props.connections.map((connection) => (
        <ConnectionItem key={connection.id} connection={connection} {...props} />
      ))}
    </ul>
  );
}

function ConnectionItem({ connection, ...props }: Props & { connection: Connection }) {
  const [changing, setChanging] = useState(false);
  const provider = props.providers.find(({ id }) => id === connection.provider);
  const check = props.checks[connection.id];
  const { managed } = connection;
  const close = () => setChanging(false);
  return (
    <li className={css.connection}>
      <div className={css.head}>
        <div className={css.name}>
          <strong>
            <bdi>{connection.label}</bdi>
          </strong>
          <span className={css.meta}>
            {[
              provider?.name,
              regionOf(connection, provider),
              connection.baseUrl,
              ...accountOf(connection),
              keyState(connection),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div className={css.buttons}>
          {!connection.sample && (
            <Button busy={check === 'running'} onClick={() => props.onTest(connection)}>
              {i18n.t('settings.test')}
            </Button>
          )}
          {managed?.key !== 'byPolicy' && (
            <Button onClick={() => setChanging(!changing)} aria-expanded={changing}>
              {editLabel(connection)}
            </Button>
          )}
          {!managed && (
            <DeleteButton
              text={i18n.t('settings.remove')}
              title={i18n.t('settings.removeTitle', connection)}
              question={i18n.t('settings.removeQuestion', connection)}
              yes={i18n.t('settings.removeYes')}
              onDelete={() => props.onRemove(connection)}
            />
          )}
        </div>
      </div>
      {managed && <Locked>{whyLocked(connection)}</Locked>}
      <Suspense>
        {check && check !== 'running' && (
          <CheckResult
            check={check}
            provider={provider?.name ?? connection.provider}
            label={connection.label}
            isGateway={connection.baseUrl !== undefined}
            onRetry={() => props.onTest(connection)}
            onEdit={managed?.key === 'byPolicy' ? undefined : () => setChanging(true)}
            onGrant={(host) => props.onGrant(host, connection)}
            onReadAccess={() => props.onReadAccess(connection)}
          />
        )}
      </Suspense>
      <Suspense>
        {changing && managed && (
          <KeyForm
            connection={connection}
            busy={check === 'running'}
            onSave={(key) => {
              close();
              props.onSaveKey(connection, key);
            }}
            onCancel={close}
          />
        )}
        {changing && !managed && (
          <ConnectionForm
            connection={connection}
            providers={props.providers}
            busy={check === 'running'}
            onSave={(input) => {
              close();
              props.onSave(input);
            }}
            onCancel={close}
          />
        )}
      </Suspense>
    </li>
  );
}

function editLabel({ managed, keyEnd }: Connection): string {
  if (!managed) return i18n.t('settings.edit');
  return i18n.t(keyEnd ? 'policy.changeKey' : 'policy.enterKey');
}

function whyLocked({ managed, keyEnd }: Connection): string {
  const isWanted = managed?.key === 'byUser' && !keyEnd;
  return [i18n.t('policy.managedConnection'), isWanted && i18n.t('policy.needsKey')].filter(Boolean).join(' ');
}

/** Where the account is, if its provider has it in one of several places. A gateway knows that itself. */
function regionOf({ region, baseUrl }: Connection, provider: ProviderInfo | undefined): string | undefined {
  if (baseUrl) return undefined;
  const regions = provider?.regions ?? [];
  const chosen = regions.find(({ id }) => id === region) ?? regions[0];
  return regions.length > 1 ? (chosen?.name ?? chosen?.id) : undefined;
}

const accountOf = ({ account = {} }: Connection) => Object.values(account);

function keyState({ sample, keyEnd, baseUrl }: Connection): string {
  if (sample) return i18n.t('settings.sample');
  if (baseUrl) return keyEnd ? i18n.t('gateway.tokenEnds', { end: keyEnd }) : i18n.t('gateway.tokenNeeded');
  return keyEnd ? i18n.t('settings.keyEnds', { end: keyEnd }) : i18n.t('settings.keyNeeded');
}
