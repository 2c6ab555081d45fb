import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { Fact } from '../../../lib/call/call';
import { Disclosure } from '../../ui/Disclosure';
import { Lots } from '../../ui/Lots';
import { FactAside } from './Evidence';
import { PairTable } from '../values/PairTable';
import { Fields, Name, Value } from '../values/Value';

const drawFact = ({ name, value, pointer, index }: Fact & { index: number }) => (
  <tr key={pointer}>
    <th scope="row">
      <Name>{name}</Name>
    </th>
    <td>
      <Value value={value} pointer={pointer} />
      <FactAside fact={index} />
    </td>
  </tr>
);

/** What was learned on the call. Names whose value says "nothing" are folded away below the others. */
export function Extracted({ facts }: { facts: Fact[] }) {
  const present = useMemo(() => facts.flatMap((fact, index) => (fact.absent ? [] : [{ ...fact, index }])), [facts]);
  const absent = useMemo(() => facts.filter((fact) => fact.absent), [facts]);
  const title = i18n.t('call.extracted.title');
  return (
    <Disclosure title={title} count={present.length}>
      <PairTable title={title} columns={[i18n.t('call.extracted.name'), i18n.t('call.extracted.value')]}>
        <tbody>
          <Lots of={present} render={drawFact} holder={{ columns: 2 }} />
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
      </PairTable>
    </Disclosure>
  );
}
