import { i18n } from '#i18n';
import type { Policy } from '../../lib/storage/policy';
import { formatNumber } from '../ui/format';
import { Notice } from '../ui/Notice';
import css from './settings.module.css';

/** What the user's organization manages, and what of its policy is wrong. Nothing where there is no policy. */
export function PolicyNotice({ policy }: { policy: Policy }) {
  const { problems } = policy;
  const parts = managedParts(policy);
  return (
    <>
      {parts.length > 0 && (
        <Notice role="note" aria-label={i18n.t('policy.title')}>
          <p>
            {i18n.t('policy.intro')} {parts.join(' · ')}
          </p>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="warning">
          <p>{i18n.t('policy.problems')}</p>
          <ul className={css.problems} aria-label={i18n.t('policy.mistakes')}>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function managedParts({ connections, sites, note, hidePersonalData, locked, forbidden }: Policy): string[] {
  const count = (name: 'connections' | 'sites', { length }: unknown[]) =>
    length > 0 || locked.includes(name) ? [i18n.t(`policy.${name}`, length, [formatNumber(length)])] : [];
  return [
    ...count('connections', connections),
    ...count('sites', sites),
    ...(note || locked.includes('note') ? [i18n.t('policy.note')] : []),
    ...(hidePersonalData ? [i18n.t('policy.hidden')] : []),
    ...(forbidden.includes('export') ? [i18n.t('policy.noExport')] : []),
    ...(forbidden.includes('reveal') ? [i18n.t('policy.noReveal')] : []),
  ];
}
