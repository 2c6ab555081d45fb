import { type FormEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { patternProblem } from '../../lib/page/detect/patternProblem';
import type { SiteRule } from '../../lib/page/detect/rules';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Taught } from '../../lib/page/protocol';
import { Button } from '../ui/Button';
import { formatNumber } from '../ui/format';
import css from './page.module.css';

interface Props {
  taught: Taught;
  /** The likeliest first. */
  providers: ProviderInfo[];
  onCount(rule: SiteRule): Promise<number | undefined>;
  onSave(rule: SiteRule): void;
  onCancel(): void;
}

/** What an ID the user pointed at is, and how the others of its kind are found. */
export function TeachForm({ taught, providers, onCount, onSave, onCancel }: Props) {
  const [provider, setProvider] = useState(providers[0]?.id ?? '');
  const [kind, setKind] = useState<'label' | 'pattern'>(taught.label ? 'label' : 'pattern');
  const [label, setLabel] = useState(taught.label ?? '');
  const [pattern, setPattern] = useState(taught.pattern);
  const problem = kind === 'pattern' ? patternProblem(pattern) : undefined;
  const hintId = useId();
  const rule: SiteRule =
    kind === 'label' ? { kind, label: label.trim(), provider } : { kind, pattern: pattern.trim(), provider };
  const isReady = !problem && (kind === 'pattern' || label.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSave(rule);
  };
  const { id } = taught;
  return (
    <form className={css.box} aria-label={i18n.t('teach.form')} onSubmit={submit}>
      <p>
        {taught.label ? i18n.t('teach.pointedBeside', { id, label: taught.label }) : i18n.t('teach.pointed', { id })}
      </p>
      <label className={css.field}>
        <span>{i18n.t('teach.provider')}</span>
        <select value={provider} onChange={(event) => setProvider(event.target.value)}>
          {providers.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={css.choice}>
        <legend>{i18n.t('teach.how')}</legend>
        {(['label', 'pattern'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={`${hintId}-how`} checked={kind === each} onChange={() => setKind(each)} />
            {each === 'label' ? i18n.t('teach.byLabel') : i18n.t('teach.byPattern')}
          </label>
        ))}
      </fieldset>
      {kind === 'label' ? (
        <label className={css.field}>
          <span>{i18n.t('teach.label')}</span>
          <input
            autoComplete="off"
            value={label}
            maxLength={200}
            required
            onChange={(event) => setLabel(event.target.value)}
          />
        </label>
      ) : (
        <label className={css.field}>
          <span>{i18n.t('teach.pattern')}</span>
          <input
            autoComplete="off"
            className={css.mono}
            value={pattern}
            maxLength={200}
            spellCheck={false}
            aria-label={i18n.t('teach.pattern')}
            aria-describedby={hintId}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => setPattern(event.target.value)}
          />
          <small id={hintId} className={problem ? css.problem : css.quiet} role={problem ? 'alert' : undefined}>
            {problem ? i18n.t(`teach.${problem}`) : i18n.t('teach.patternHint')}
          </small>
        </label>
      )}
      {isReady && <Preview key={JSON.stringify(rule)} rule={rule} onCount={onCount} />}
      <div className={css.buttons}>
        <Button type="submit" look="primary">
          {i18n.t('teach.save')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('teach.cancel')}</Button>
      </div>
    </form>
  );
}

/** Long enough that a user typing is not counted for at every letter. */
const pause = 250;

function Preview({ rule, onCount }: { rule: SiteRule; onCount: Props['onCount'] }) {
  const [found, setFound] = useState<number>();
  const count = useEffectEvent(() => onCount(rule));
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => void count().then((number) => current && setFound(number)), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, []);
  const words = found === undefined ? i18n.t('teach.counting') : i18n.t('teach.finds', found, [formatNumber(found)]);
  return <output className={css.quiet}>{found === 0 ? i18n.t('teach.findsNone') : words}</output>;
}
