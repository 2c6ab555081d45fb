import { i18n } from '#i18n';
import type { Fact } from '../../lib/call';
import { Section } from '../ui/Section';
import { FactAside } from './Evidence';
import { Fields, Name, Value } from './Value';
import styles from './tables.module.css';

/** What was learned on the call. Names whose value says "nothing" are folded away below the others. */
export function Extracted({ facts }: { facts: Fact[] }) {
  const present = facts.flatMap((fact, index) => (fact.absent ? [] : [{ ...fact, index }]));
  const absent = facts.filter((fact) => fact.absent);
  const title = i18n.t('call.extracted.title');
  return (
    <Section title={title} count={present.length}>
      <table aria-label={title} className={styles.pairs}>
        <colgroup>
          <col />
          <col />
        </colgroup>
        <thead className={styles.unseen}>
          <tr>
            <th scope="col">{i18n.t('call.extracted.name')}</th>
            <th scope="col">{i18n.t('call.extracted.value')}</th>
          </tr>
        </thead>
        <tbody>
          {present.map(({ name, value, pointer, index }) => (
            <tr key={pointer}>
              <th scope="row">
                <Name>{name}</Name>
              </th>
              <td>
                <Value value={value} pointer={pointer} />
                <FactAside fact={index} />
              </td>
            </tr>
          ))}
        </tbody>
        {absent.length > 0 && (
          <tfoot>
            <tr>
              <td colSpan={2}>
                <details>
                  <summary>{i18n.t('call.extracted.absent', absent.length)}</summary>
                  <Fields facts={absent} />
                </details>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Section>
  );
}
