import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { SiteGroup } from '../../lib/hooks/useSiteSettings';
import type { SiteRule } from '../../lib/page/detect/rules';
import { RuleList } from '../page/RuleList';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import { Locked } from '../ui/Locked';
import { Notice } from '../ui/Notice';
import css from './settings.module.css';

interface Props {
  sites: SiteGroup[];
  /** Known CRMs that are not enabled. */
  known: { name: string; origins: string[] }[];
  /** The browser's question was answered with no. */
  refused: boolean;
  /** The user's organization says which sites there are. */
  locked: boolean;
  providerName(id: string): string;
  onEnable(patterns: string[]): void;
  onDisable(patterns: string[]): void;
  onRemoveRule(pattern: string, rule: SiteRule): void;
  /** The match pattern of the site an address names; `undefined` for an address of none. */
  patternOf(address: string): string | undefined;
}

/** The sites whose pages are read, and the ways to add one. */
export function SitesSection({
  sites,
  known,
  refused,
  locked,
  providerName,
  onEnable,
  onDisable,
  onRemoveRule,
  patternOf,
}: Props) {
  return (
    <Section title={i18n.t('sites.title')} id="sites">
      <p className={css.hint}>{i18n.t('sites.intro')}</p>
      {sites.length === 0 && !locked && <p>{i18n.t('sites.none')}</p>}
      {sites.length > 0 && (
        <ul className={css.list} aria-label={i18n.t('sites.title')}>
          {sites.map(({ name, hosts, patterns, rules, managed, granted }) => (
            <li key={patterns.join(' ')} className={css.connection}>
              <div className={css.head}>
                <div className={css.name}>
                  <strong>{name}</strong>
                  {(hosts.length > 1 || hosts[0] !== name) && <span className={css.meta}>{hosts.join(' · ')}</span>}
                  {!granted && <span className={css.problem}>{i18n.t('sites.taken')}</span>}
                </div>
                <div className={css.buttons}>
                  {!granted && (
                    <Button aria-label={i18n.t('sites.enableNamed', { name })} onClick={() => onEnable(patterns)}>
                      {i18n.t('sites.enable')}
                    </Button>
                  )}
                  {!managed && (
                    <Button aria-label={i18n.t('sites.disableNamed', { name })} onClick={() => onDisable(patterns)}>
                      {i18n.t('sites.disable')}
                    </Button>
                  )}
                </div>
              </div>
              {managed && <Locked>{i18n.t('policy.managedSite')}</Locked>}
              {managed && <RuleList rules={managed} providerName={providerName} />}
              <RuleList
                rules={rules.map(({ rule }) => rule)}
                providerName={providerName}
                onRemove={(rule) => {
                  const found = rules.find((each) => each.rule === rule);
                  if (found) onRemoveRule(found.pattern, rule);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {refused && (
        <Notice role="alert" tone="negative">
          {i18n.t('sites.refused')}
        </Notice>
      )}
      {locked && <Locked>{i18n.t('policy.lockedSites')}</Locked>}
      {!locked && known.length > 0 && (
        <ul className={css.buttons} aria-label={i18n.t('sites.known')}>
          {known.map(({ name, origins }) => (
            <li key={name}>
              <Button onClick={() => onEnable(origins)}>{i18n.t('sites.enableNamed', { name })}</Button>
            </li>
          ))}
        </ul>
      )}
      {!locked && <AddSite patternOf={patternOf} onEnable={onEnable} />}
    </Section>
  );
}

function AddSite({ patternOf, onEnable }: Pick<Props, 'patternOf' | 'onEnable'>) {
  const [isInvalid, setInvalid] = useState(false);
  const boxId = useId();
  const hintId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const box = form.elements.namedItem('address') as HTMLInputElement;
    const pattern = patternOf(box.value);
    setInvalid(!pattern);
    if (!pattern) return box.focus();
    onEnable([pattern]);
    form.reset();
  };
  return (
    <form className={css.form} aria-label={i18n.t('sites.add')} noValidate onSubmit={submit}>
      <div className={css.field}>
        <label htmlFor={boxId}>{i18n.t('sites.address')}</label>
        <div className={css.row}>
          <input
            id={boxId}
            type="text"
            name="address"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="crm.example.com"
            aria-describedby={hintId}
            aria-invalid={isInvalid || undefined}
          />
          <Button type="submit">{i18n.t('sites.enable')}</Button>
        </div>
        <small id={hintId} className={isInvalid ? css.problem : css.hint} role={isInvalid ? 'alert' : undefined}>
          {isInvalid ? i18n.t('sites.addressInvalid') : i18n.t('sites.addressHint')}
        </small>
      </div>
    </form>
  );
}
