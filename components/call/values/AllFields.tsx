import { useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../../lib/call/call';
import { Disclosure } from '../../ui/Disclosure';
import { Lots } from '../../ui/Lots';
import { countLeaves, leaves, type Leaf } from './pointer';
import css from './AllFields.module.css';
import hidden from '../../ui/visuallyHidden.module.css';
import { Name, Value } from './Value';
import { jsonText } from '../../../lib/call/jsonText';

const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/') + 1);

/** A pointer whose parent is spoken and searchable, but seen only where it differs from the row above. */
function Path({ pointer, above }: { pointer: string; above?: string }) {
  const parent = parentOf(pointer);
  const isRepeated = above !== undefined && parentOf(above) === parent;
  return (
    <code>
      <span className={isRepeated ? hidden.visuallyHidden : css.parent}>{parent}</span>
      <Name>{pointer.slice(parent.length) || i18n.t('call.fields.whole')}</Name>
    </code>
  );
}

const drawLeaf = ({ pointer, value }: Leaf, index: number, all: readonly Leaf[]) => (
  <tr key={pointer}>
    <th scope="row">
      <Path pointer={pointer} above={all[index - 1]?.pointer} />
    </th>
    <td>
      <Value value={value} pointer={pointer} />
    </td>
  </tr>
);

function FieldTable({ raw, query }: { raw: Json; query: string }) {
  const fields = useMemo(() => leaves(raw), [raw]);
  const wanted = useDeferredValue(query).toLowerCase();
  const found = useMemo(
    () =>
      wanted === ''
        ? fields
        : fields.filter(({ pointer, value }) => `${pointer}\n${jsonText(value)}`.toLowerCase().includes(wanted)),
    [fields, wanted],
  );
  return (
    <>
      <table aria-label={i18n.t('call.fields.title')} className={css.fields}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('call.fields.name')}</th>
            <th scope="col">{i18n.t('call.fields.value')}</th>
          </tr>
        </thead>
        <tbody>
          <Lots key={wanted} of={found} render={drawLeaf} holder={{ columns: 2 }} />
        </tbody>
      </table>
      {!found.length && <p>{i18n.t('call.fields.none')}</p>}
    </>
  );
}

/** Everything the provider sent, leaf by leaf, secrets masked: folded until it is opened, or filtered. */
export function AllFields({ raw }: { raw: Json }) {
  const count = useMemo(() => countLeaves(raw), [raw]);
  const [query, setQuery] = useState('');
  const name = i18n.t('call.fields.filter');
  return (
    <Disclosure
      title={i18n.t('call.fields.title')}
      count={count}
      open={false}
      reopen={query !== ''}
      beside={
        <input
          autoComplete="off"
          type="search"
          className={css.filter}
          aria-label={name}
          placeholder={name}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      }
    >
      <FieldTable raw={raw} query={query} />
    </Disclosure>
  );
}
