import { CircleCheck, CircleMinus, CircleX } from 'lucide';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { KeyAccess } from '../../lib/call/keyAccess';
import { asFailure, type Failure } from '../../lib/errors';
import { Button } from '../ui/Button';
import { describe } from '../ui/describe';
import { Icon } from '../ui/Icon';
import { Problem } from '../ui/Problem';
import css from './KeyAccessTable.module.css';

interface Props {
  names: { provider: string; connection: string };
  /** A token of the company's gateway is what is tried. */
  isGateway: boolean;
  onRead(): Promise<KeyAccess[]>;
}

/** What the key of a connection may read, tried when the user asks. */
export function KeyAccessTable({ names, isGateway, onRead }: Props) {
  const [state, setState] = useState<'closed' | 'reading' | KeyAccess[] | { failure: Failure }>('closed');
  const title = i18n.t(isGateway ? 'keyAccess.ofToken' : 'keyAccess.ofKey');
  const read = () => {
    setState('reading');
    void onRead().then(setState, (error: unknown) => setState({ failure: asFailure(error) }));
  };
  if (!Array.isArray(state)) {
    return (
      <div className={css.ask}>
        <Button busy={state === 'reading'} onClick={read}>
          {title}
        </Button>
        {typeof state === 'object' && <Problem failure={state.failure} context={names} />}
      </div>
    );
  }
  return (
    <div className={css.answer} role="status">
      <table className={css.table} aria-label={title}>
        <caption>{title}</caption>
        <tbody>
          {state.map((access) => (
            <AccessRow key={access.name ?? access.part} access={access} names={names} />
          ))}
        </tbody>
      </table>
      <p className={css.hint}>{i18n.t('keyAccess.hint')}</p>
    </div>
  );
}

function AccessRow({ access, names }: { access: KeyAccess; names: Props['names'] }) {
  const { icon, tone } = looks(access);
  return (
    <tr>
      <th scope="row">{access.name ?? i18n.t(`keyAccess.parts.${access.part}`)}</th>
      <td>
        <span className={css[tone]}>
          <Icon of={icon} />
          <span dir="auto">{sentence(access, names)}</span>
        </span>
      </td>
    </tr>
  );
}

function looks({ result }: KeyAccess) {
  if (result === 'read') return { icon: CircleCheck, tone: 'positive' };
  return typeof result === 'object' ? { icon: CircleX, tone: 'negative' } : { icon: CircleMinus, tone: 'muted' };
}

function sentence({ result, name }: KeyAccess, names: Props['names']): string {
  if (typeof result === 'object') return describe(result.failure, { ...names, part: name });
  return result === 'unoffered' ? i18n.t('keyAccess.unoffered', names) : i18n.t(`keyAccess.${result}`);
}
