import row from '../lists/CallRow.module.css';
import { Facts, hasWho, type ShownCall, Who } from '../lists/RowParts';
import { RowState } from '../lists/RowState';
import { SelectBox } from '../lists/SelectBox';
import { useHiding } from '../lists/useHiding';
import hidden from '../ui/visuallyHidden.module.css';
import css from './FoundRow.module.css';

interface FoundRowProps {
  call: ShownCall;
  isSelected: boolean;
  onSelect(): void;
  onOpen(): void;
}

/** A call as a row of a table, in the shape that rows of lists have. A press anywhere opens it, as its button does. */
export function FoundRow({ call: whole, isSelected, onSelect, onOpen }: FoundRowProps) {
  const call = useHiding(whole);
  const { ref, agent, party, summary } = call;
  return (
    <tr className={`${row.row} ${css.found}`} data-entry>
      <th scope="row" className={css.call}>
        <button type="button" className={css.open} tabIndex={-1} data-row onClick={onOpen}>
          <span className={hasWho(call) ? hidden.visuallyHidden : row.only}>{ref.id}</span>{' '}
          <Who agent={agent} party={party} />
        </button>
        <SelectBox id={ref.id} isSelected={isSelected} onSelect={onSelect} />
      </th>
      <td className={row.facts}>
        <Facts call={call} isIdSaid />
      </td>
      <td className={css.state}>
        <RowState call={call} />
      </td>
      <td className={row.summary} dir="auto">
        {summary}
      </td>
    </tr>
  );
}
