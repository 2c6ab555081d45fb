import { i18n } from '#i18n';
import type { Connection } from '../../lib/call/connection';
import { Field } from './Field';
import css from './settings.module.css';

interface Props {
  connection?: Connection;
  /** What is wrong, by field. */
  problems: Record<string, string>;
}

/** What a connection through the company's gateway needs in place of a key: where the gateway is, and who asks. */
export function GatewayFields({ connection, problems }: Props) {
  const kept = connection?.baseUrl && connection.keyEnd;
  return (
    <>
      <p className={css.help}>{i18n.t('gateway.help')}</p>
      <Field
        name="baseUrl"
        label={i18n.t('gateway.address')}
        value={connection?.baseUrl}
        problem={problems['baseUrl']}
        hint={i18n.t('gateway.addressHint')}
      />
      <Field
        name="key"
        label={i18n.t('gateway.token')}
        secret
        problem={problems['key']}
        hint={kept ? i18n.t('gateway.tokenKept', { end: kept }) : i18n.t('gateway.tokenHint')}
      />
    </>
  );
}
