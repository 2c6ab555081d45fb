import { Fragment } from 'react';
import type { ChangelogPart } from '../../lib/ui/changelogEntry';
import css from './WhatsNew.module.css';

/** A line of Markdown without its signs. */
const plain = (text: string) => text.replaceAll(/`|\*\*|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** The changes of a version, as the changelog has them: in English. */
export function WhatsNew({ parts }: { parts: ChangelogPart[] }) {
  return (
    <div lang="en" dir="ltr" className={css.news}>
      {parts.map(({ title, changes }) => (
        <Fragment key={title}>
          <h4>{title}</h4>
          <ul>
            {changes.map((change) => (
              <li key={change}>{plain(change)}</li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}
