import { useState } from 'react';
import { i18n } from '#i18n';
import parts from '#changelog';
import { asFailure, type Failure } from '../../lib/errors';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Problem } from '../ui/Problem';
import { ReadOnlyText } from '../ui/ReadOnlyText';
import { saveFile } from '../ui/saveFile';
import { Section } from '../ui/Section';
import css from './settings.module.css';
import { WhatsNew } from './WhatsNew';

interface Props {
  version: string;
  /** What is new is shown unfolded. */
  hasNews: boolean;
  /** Makes a report: text for the user to read. */
  onReport(): Promise<string>;
}

/** What is new in this version, and a report of a problem that the user reads before anybody else does. */
export function HelpSection({ version, hasNews, onReport }: Props) {
  const [report, setReport] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const make = () =>
    onReport().then(
      (text) => {
        setFailure(undefined);
        setReport(text);
      },
      (error: unknown) => setFailure(asFailure(error)),
    );
  return (
    <Section title={i18n.t('help.title')} id="help">
      {parts.length > 0 && (
        <Disclosure title={i18n.t('help.news', { version })} open={hasNews} reopen={hasNews}>
          <WhatsNew parts={parts} />
        </Disclosure>
      )}
      <h3>{i18n.t('help.report')}</h3>
      <p className={css.hint}>{i18n.t('help.reportHint')}</p>
      <div className={css.buttons}>
        <Button onClick={() => void make()}>{i18n.t('help.make')}</Button>
        {report !== undefined && (
          <Button look="primary" onClick={() => saveFile('call-log-inspector-report.json', 'application/json', report)}>
            {i18n.t('help.save')}
          </Button>
        )}
      </div>
      {failure && <Problem failure={failure} onNext={() => void make()} />}
      {report !== undefined && <ReadOnlyText aria-label={i18n.t('help.text')} isCode dir="ltr" value={report} />}
    </Section>
  );
}
