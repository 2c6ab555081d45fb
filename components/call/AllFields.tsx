import { useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../lib/call';
import { Section } from '../ui/Section';
import { leaves, leafText, type Leaf } from './pointer';
import styles from './tables.module.css';
import { useGrowing } from './useGrowing';
import { Value } from './Value';

/** Beyond this many leaves the table starts closed. */
const many = 1000;

function Path({ pointer }: { pointer: string }) {
  const cutAt = pointer.lastIndexOf('/') + 1;
  return (
    <code>
      {pointer.slice(0, cutAt)}
      <b>
        <bdi>{pointer.slice(cutAt)}</bdi>
      </b>
    </code>
  );
}

function Rows({ fields }: { fields: Leaf[] }) {
  const shown = useGrowing(fields.length);
  return fields.slice(0, shown).map(({ pointer, value }) => (
    <tr key={pointer}>
      <th scope="row">
        <Path pointer={pointer} />
      </th>
      <td>
        <Value value={value} pointer={pointer} />
      </td>
    </tr>
  ));
}

function FieldTable({ fields }: { fields: Leaf[] }) {
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query).toLowerCase();
  const found = useMemo(
    () => fields.filter(({ pointer, value }) => `${pointer}\n${leafText(value)}`.toLowerCase().includes(wanted)),
    [fields, wanted],
  );
  const name = i18n.t('call.fields.filter');
  return (
    <>
      <input
        type="search"
        aria-label={name}
        placeholder={name}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <table aria-label={i18n.t('call.fields.title')} className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('call.fields.name')}</th>
            <th scope="col">{i18n.t('call.fields.value')}</th>
          </tr>
        </thead>
        <tbody>
          <Rows key={wanted} fields={found} />
        </tbody>
      </table>
      {!found.length && <p>{i18n.t('call.fields.none')}</p>}
    </>
  );
}

/** Everything the provider sent, leaf by leaf, secrets masked. */
export function AllFields({ raw }: { raw: Json }) {
  const fields = useMemo(() => leaves(raw), [raw]);
  return (
    <Section title={i18n.t('call.fields.title')} count={fields.length} open={fields.length <= many}>
      <FieldTable fields={fields} />
    </Section>
  );
}
