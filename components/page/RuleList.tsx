import { X } from 'lucide';
import { i18n } from '#i18n';
import type { SiteRule } from '../../lib/page/detect/rules';
import { IconButton } from '../ui/Button';
import css from './page.module.css';

interface Props {
  rules: SiteRule[];
  providerName(id: string): string;
  /** Absent where the rules are not the user's. */
  onRemove?: (rule: SiteRule) => void;
}

/** What a site was taught, each with its removal, or what a policy says of it. */
export function RuleList({ rules, providerName, onRemove }: Props) {
  if (rules.length === 0) return null;
  return (
    <ul className={css.rules} aria-label={i18n.t('teach.rules')}>
      {rules.map((rule) => {
        const words = inWords(rule, providerName);
        return (
          <li key={JSON.stringify(rule)}>
            <span dir="auto">{words}</span>
            {onRemove && (
              <IconButton icon={X} name={i18n.t('teach.removeNamed', { rule: words })} onClick={() => onRemove(rule)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function inWords(rule: SiteRule, providerName: Props['providerName']): string {
  if (rule.kind === 'not') return i18n.t('teach.rule.not', { id: rule.id });
  const provider = providerName(rule.provider);
  return rule.kind === 'label'
    ? i18n.t('teach.rule.label', { label: rule.label, provider })
    : i18n.t('teach.rule.pattern', { pattern: rule.pattern, provider });
}
