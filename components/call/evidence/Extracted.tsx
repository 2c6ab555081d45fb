import { useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Fact } from '../../../lib/call/call';
import { Disclosure } from '../../ui/Disclosure';
import { Lots } from '../../ui/Lots';
import { FactAside } from './Evidence';
import { PairTable } from '../values/PairTable';
import { Fields, Name, Text, Value } from '../values/Value';
import { Button } from '../../ui/Button';
import { formatNumber } from '../../ui/format';
import { useIsCut } from '../../ui/useIsCut';
import css from './Extracted.module.css';

/** So many are shown at first where all is one column, as `Extracted.module.css` says. */
const few = 5;

const cutParts = (box: HTMLElement) => box.querySelectorAll(`.${css.value}`);

const drawFact = ({ name, value, pointer, reason, index }: Fact & { index: number }) => (
  <tr key={pointer}>
    <th scope="row">
      <Name>{name}</Name>
    </th>
    <td>
      <div className={css.fact}>
        <div className={css.value}>
          <Value value={value} pointer={pointer} />
        </div>
        <FactAside fact={index} />
      </div>
      {reason && (
        <p className={css.reason} title={reason}>
          <Text>{reason}</Text>
        </p>
      )}
    </td>
  </tr>
);

/** What was learned on the call. Names whose value says "nothing" are folded away below the others. */
export function Extracted({ facts }: { facts: Fact[] }) {
  const present = useMemo(() => facts.flatMap((fact, index) => (fact.absent ? [] : [{ ...fact, index }])), [facts]);
  const absent = useMemo(() => facts.filter((fact) => fact.absent), [facts]);
  const title = i18n.t('call.extracted.title');
  const [all, setAll] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isCut = useIsCut(box, all, cutParts);
  const later = Math.max(0, present.length - few);
  return (
    <Disclosure title={title} count={present.length} part="extracted">
      <div ref={box} className={all ? undefined : css.few}>
        <PairTable title={title} columns={[i18n.t('call.extracted.name'), i18n.t('call.extracted.value')]}>
          <tbody>
            <Lots of={present} render={drawFact} holder={{ columns: 2 }} />
          </tbody>
          {absent.length > 0 && (
            <tfoot className={later > 0 ? css.last : undefined}>
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
        {(later > 0 || isCut) && (
          <div className={css.more}>
            <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all
                ? i18n.t('call.extracted.fewer')
                : later > 0
                  ? i18n.t('call.extracted.more', { n: formatNumber(later) })
                  : i18n.t('ui.more')}
            </Button>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
