import { EqualNot } from 'lucide';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import { type ComparisonRow, compareCalls } from '../../lib/compare/compareCalls';
import type { Names } from '../../lib/export';
import { Section } from '../ui/Section';
import { Badge } from '../ui/Badge';
import { Lots } from '../ui/Lots';
import { useLongText } from '../ui/useLongText';
import css from './compare.module.css';

function Cell({ text }: { text?: string }) {
  const { shown, more } = useLongText(text ?? '');
  return (
    <td>
      {text === undefined ? <span className={css.nothing}>–</span> : <bdi>{shown}</bdi>}
      {more}
    </td>
  );
}

function Row({
  row: {
    label,
    values: [left, right],
    differs,
  },
}: {
  row: ComparisonRow;
}) {
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        <bdi className={css.label}>{label}</bdi>{' '}
        {differs ? (
          <Badge tone="warning" icon={EqualNot}>
            {i18n.t('versus.differs')}
          </Badge>
        ) : (
          <span className={css.nothing}>{i18n.t('versus.same')}</span>
        )}
      </th>
      <Cell text={left} />
      <Cell text={right} />
    </tr>
  );
}

const drawRow = (row: ComparisonRow) => <Row key={row.key} row={row} />;

/** Two calls field by field: what both are, then what was extracted from either. */
export function Comparison({ calls, names }: { calls: [Call, Call]; names: [Names, Names] }) {
  const [a, b] = calls;
  const rows = useMemo(() => compareCalls(calls, names), [calls, names]);
  const title = i18n.t('versus.title');
  return (
    <Section title={title}>
      <table aria-label={title} className={css.comparison}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('versus.field')}</th>
            <th scope="col">{a.ref.id}</th>
            <th scope="col">{b.ref.id}</th>
          </tr>
        </thead>
        <tbody>
          <Lots of={rows} render={drawRow} holder={{ columns: 3 }} />
        </tbody>
      </table>
    </Section>
  );
}
