import { Crosshair } from 'lucide';
import { lazy, Suspense } from 'react';
import type { SiteRule } from '../../lib/page/detect/rules';
import { i18n } from '#i18n';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Teaching } from '../../lib/hooks/useTeaching';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import css from './page.module.css';

/** Only a panel where something was taught, or is about to be, carries these. */
const RuleList = lazy(() => import('./RuleList').then((module) => ({ default: module.RuleList })));
const TeachForm = lazy(() => import('./TeachForm').then((module) => ({ default: module.TeachForm })));

interface Props {
  teaching: Teaching;
  providers: ProviderInfo[];
  providerName(id: string): string;
  rules: SiteRule[];
  onSave(rule: SiteRule): void;
  onRemove(rule: SiteRule): void;
}

/** Teaching the site on screen what its call IDs are, and what it was taught so far. */
export function Teach({ teaching, providers, providerName, rules, onSave, onRemove }: Props) {
  const { pointing, taught } = teaching;
  const likely = providers.filter(({ id }) => teaching.providers.includes(id));
  return (
    <>
      {rules.length > 0 && (
        <Section title={i18n.t('teach.rules')}>
          <Suspense>
            <RuleList rules={rules} providerName={providerName} onRemove={onRemove} />
          </Suspense>
        </Section>
      )}
      {pointing && (
        <Notice role="status" action={<Button onClick={teaching.cancel}>{i18n.t('teach.cancel')}</Button>}>
          {i18n.t('teach.pointing')}
        </Notice>
      )}
      {!pointing && taught && (
        <Suspense>
          <TeachForm
            key={JSON.stringify([taught, likely.length])}
            taught={taught}
            providers={likely.length > 0 ? likely : providers}
            onCount={teaching.count}
            onSave={(rule) => {
              onSave(rule);
              teaching.forget();
            }}
            onCancel={teaching.cancel}
          />
        </Suspense>
      )}
      {!pointing && !taught && (
        <div className={css.buttons}>
          <Button icon={Crosshair} onClick={teaching.start}>
            {i18n.t('teach.start')}
          </Button>
        </div>
      )}
    </>
  );
}
