import { CircleCheck, CircleX } from 'lucide';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { Delivery } from '../../../lib/call/call';
import { Badge } from '../../ui/Badge';
import { sameWord } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { Disclosure } from '../../ui/Disclosure';
import { Lots } from '../../ui/Lots';
import own from './Deliveries.module.css';
import css from './lists.module.css';
import { useMaskedBelow } from '../values/RevealContext';
import { JsonBlock } from './JsonBlock';
import { When } from '../../ui/When';
import { Fields, MaskedValues, Value } from '../values/Value';

/** What the receiver's HTTP status says, in plain words. */
function meaningOfCode(code: number): string {
  if (code >= 500) return i18n.t('call.deliveries.code.trouble');
  if (code === 401 || code === 403) return i18n.t('call.deliveries.code.forbidden');
  if (code === 404 || code === 410) return i18n.t('call.deliveries.code.gone');
  if (code === 429) return i18n.t('call.deliveries.code.tooMany');
  if (code >= 400) return i18n.t('call.deliveries.code.refused');
  return code >= 300 ? i18n.t('call.deliveries.code.moved') : i18n.t('call.deliveries.code.accepted');
}

function Outcome({ delivery: { succeeded, status, code } }: { delivery: Delivery }) {
  const word = succeeded ? i18n.t('call.deliveries.delivered') : i18n.t('call.deliveries.failed');
  const isSaid = succeeded !== undefined && status !== undefined && sameWord(status, word);
  return (
    <>
      {succeeded !== undefined && (
        <Badge tone={succeeded ? 'positive' : 'negative'} icon={succeeded ? CircleCheck : CircleX}>
          {word}
        </Badge>
      )}
      {status && !isSaid && (
        <code>
          <bdi>{status}</bdi>
        </code>
      )}
      {code !== undefined && (
        <span>
          HTTP {code} ({meaningOfCode(code)})
        </span>
      )}
    </>
  );
}

function DeliveryItem({ delivery }: { delivery: Delivery }) {
  const { name, url, error, response, payload, details } = delivery;
  const { pointerOf, rest } = useMaskedBelow(
    delivery.pointer,
    [name, url, error, response, payload],
    details.map((fact) => fact.pointer),
  );
  return (
    <li>
      <h4>
        <Value value={name} pointer={pointerOf(name)} />
      </h4>
      <div className={css.line}>
        <Outcome delivery={delivery} />
        <span>{delivery.channel}</span>
        {delivery.at && <When value={delivery.at} />}
      </div>
      {url && (
        <div>
          <span className={css.label}>{i18n.t('call.deliveries.sentTo')}</span>{' '}
          {delivery.method && <code>{delivery.method}</code>} <Value value={url} pointer={pointerOf(url)} />
        </div>
      )}
      {error && (
        <div className={own.error}>
          <Icon of={CircleX} size={14} />
          <span>
            <b>{i18n.t('call.deliveries.error')}</b> <Value value={error} pointer={pointerOf(error)} />
          </span>
        </div>
      )}
      {response !== undefined && (
        <div className={css.part}>
          <p className={css.label}>{i18n.t('call.deliveries.response')}</p>
          <JsonBlock value={response} pointer={pointerOf(response)} />
        </div>
      )}
      {payload !== undefined && (
        <details>
          <summary>{i18n.t('call.deliveries.payload')}</summary>
          <JsonBlock value={payload} pointer={pointerOf(payload)} />
        </details>
      )}
      {details.length > 0 && (
        <details>
          <summary>{i18n.t('call.deliveries.details')}</summary>
          <Fields facts={details} />
        </details>
      )}
      <MaskedValues pointers={rest} />
    </li>
  );
}

const drawDelivery = (delivery: Delivery) => <DeliveryItem key={delivery.pointer} delivery={delivery} />;
const isFailed = ({ succeeded }: Delivery) => succeeded === false;

/** What was sent elsewhere after the call; what failed comes first. */
export function Deliveries({ deliveries }: { deliveries: Delivery[] }) {
  const title = i18n.t('call.deliveries.title');
  const sorted = useMemo(() => deliveries.toSorted((a, b) => Number(isFailed(b)) - Number(isFailed(a))), [deliveries]);
  return (
    <Disclosure title={title} count={deliveries.length} part="deliveries">
      <ul aria-label={title} className={css.list}>
        <Lots of={sorted} render={drawDelivery} holder="item" />
      </ul>
    </Disclosure>
  );
}
