import { useId } from 'react';
import { i18n } from '#i18n';
import { type Language, languages, nameOfLanguage } from '../../lib/language/languages';
import { Section } from '../ui/Section';
import css from './settings.module.css';

interface Props {
  /** The one that the user chose; absent: the browser's. */
  chosen?: Language;
  onChoose(language: Language | null): void;
}

const isLanguage = (value: string): value is Language => languages.some((each) => each === value);

/** In which language everything is said. */
export function LanguageSection({ chosen, onChoose }: Props) {
  const hint = useId();
  return (
    <Section title={i18n.t('language.title')}>
      <label className={css.field}>
        <span>{i18n.t('language.label')}</span>
        <select
          value={chosen ?? ''}
          aria-describedby={hint}
          onChange={({ target }) => onChoose(isLanguage(target.value) ? target.value : null)}
        >
          <option value="">{i18n.t('language.browsers')}</option>
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {nameOfLanguage(each)}
            </option>
          ))}
        </select>
        <small id={hint} className={css.hint}>
          {i18n.t('language.hint')}
        </small>
      </label>
    </Section>
  );
}
