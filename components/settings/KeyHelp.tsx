import { i18n } from '#i18n';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import css from './settings.module.css';

/** What key to create, which scopes to tick, and where. */
export function KeyHelp({ provider }: { provider: ProviderInfo }) {
  const names = (optional: boolean) => provider.scopes.filter((scope) => scope.optional === optional);
  return (
    <div className={css.help}>
      <p>
        {provider.keyHelp}{' '}
        {provider.keyPage && (
          <a href={provider.keyPage} target="_blank" rel="noreferrer">
            {i18n.t('settings.keyPage', { provider: provider.name })}
          </a>
        )}
      </p>
      {provider.scopes.length > 0 && (
        <ul>
          {[...names(false), ...names(true)].map(({ name, optional }) => (
            <li key={name}>
              <code>{name}</code> {optional && <small>{i18n.t('settings.scopeOptional')}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
