import { i18n } from '#i18n';
import { type Language, languages, nameOfLanguage } from '../../lib/language/languages';
import { Section } from '../ui/Section';
import { Labelled } from './Labelled';

interface Props {
  /** The one that the user chose; absent: the browser's. */
  chosen?: Language;
  onChoose(language: Language | null): void;
}

const isLanguage = (value: string): value is Language => languages.some((each) => each === value);

/** In which language everything is said. */
export function LanguageSection({ chosen, onChoose }: Props) {
  return (
    <Section title={i18n.t('language.title')}>
      <Labelled label={i18n.t('language.label')} hint={i18n.t('language.hint')}>
        {(names) => (
          <select
            {...names}
            value={chosen ?? ''}
            onChange={({ target }) => onChoose(isLanguage(target.value) ? target.value : null)}
          >
            <option value="">{i18n.t('language.browsers')}</option>
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {nameOfLanguage(each)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </Section>
  );
}
