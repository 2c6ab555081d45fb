import type { ReactNode } from 'react';
import css from './PairTable.module.css';
import hidden from '../../ui/visuallyHidden.module.css';

interface PairTableProps {
  title: string;
  /** What stands in the first column, and in the second. */
  columns: [string, string];
  /** The table's body and foot. */
  children: ReactNode;
}

/** Names and their values. Its head is only heard: that one column says what the other is, is plain to see. */
export function PairTable({ title, columns, children }: PairTableProps) {
  return (
    <table aria-label={title} className={css.pairs}>
      <colgroup>
        <col />
        <col />
      </colgroup>
      <thead className={hidden.visuallyHidden}>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
