import { type FormEvent, useId } from 'react';
import { i18n } from '#i18n';
import type { CallFilter } from '../../lib/call/providerInfo';
import { Button } from '../ui/Button';
import css from './LatestCalls.module.css';

/** A vendor's name for a filter in words: `bulk_call_id` → "Bulk call ID". */
export function filterLabel(name: string): string {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/^(agent)id$/, '$1 id')
    .replace(/\bid\b/g, 'ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Field({ filter: { name, kind, choices }, value = '' }: { filter: CallFilter; value?: string }) {
  const label = filterLabel(name);
  const id = useId();
  return (
    <label htmlFor={id}>
      <span title={name}>{label}</span>
      {kind === 'choice' ? (
        <select id={id} name={name} defaultValue={value}>
          <option value="">{i18n.t('filters.any')}</option>
          {choices?.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={name}
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          defaultValue={value}
        />
      )}
    </label>
  );
}

interface Props {
  filters: CallFilter[];
  /** Values by the vendor's own names. */
  chosen: Record<string, string>;
  onChoose(filters: Record<string, string>): void;
}

/** The filters that the provider's own list knows. */
export function FilterForm({ filters, chosen, onChoose }: Props) {
  const active = Object.keys(chosen).length;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()] as const);
    onChoose(Object.fromEntries(values.filter(([, value]) => value)));
  };
  return (
    <details className={css.filters}>
      <summary>
        {i18n.t('filters.title')}
        {active > 0 && ` (${i18n.t('filters.active', active)})`}
      </summary>
      <form aria-label={i18n.t('filters.title')} key={JSON.stringify(chosen)} onSubmit={submit}>
        {filters.map((filter) => (
          <Field key={filter.name} filter={filter} value={chosen[filter.name]} />
        ))}
        <div className={css.submit}>
          <Button type="submit">{i18n.t('filters.apply')}</Button>
          {active > 0 && (
            <Button look="quiet" onClick={() => onChoose({})}>
              {i18n.t('filters.clear')}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
