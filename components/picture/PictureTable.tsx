import { i18n, perLanguage } from '#i18n';
import type { CountedChart } from '../../lib/call/picture/countCalls';
import { formatNumber } from '../ui/format';
import { chartTitle, partLabel } from './words';

const share = perLanguage((tag) => new Intl.NumberFormat(tag, { style: 'percent' }));

/** All that the picture shows, in words and numbers. */
export function PictureTable({ label, charts }: { label: string; charts: CountedChart[] }) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{i18n.t('picture.what')}</th>
          <th scope="col">{i18n.t('picture.count')}</th>
          <th scope="col">{i18n.t('picture.share')}</th>
        </tr>
      </thead>
      {charts.map(({ by, unit, parts, counts, known }) => (
        <tbody key={by}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {chartTitle({ by, unit })}
            </th>
          </tr>
          {parts.map((part, index) => (
            <tr key={part.key}>
              <th scope="row">{partLabel(by, part)}</th>
              <td>{formatNumber(counts[index] ?? 0)}</td>
              <td>{known > 0 && share().format((counts[index] ?? 0) / known)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
