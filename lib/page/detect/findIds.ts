import type { ProviderIds } from './idShapes';
import { labelsOf, type Labels, type LabelVocabulary } from './labels';
import { tokens } from './tokens';
import { judgeTokens, lineBefore, type Column, type FoundId, type ProviderHosts, type Reason } from './judgeToken';

/**
 * The call IDs in a text a user pasted: a single ID, a URL, a paragraph, or a column of IDs. In prose a bare number counts
 * only beside a label, or alone on its line; numbers in phone numbers, money, dates, e-mail addresses, UUIDs and other people's
 * URLs do not. Each ID once, where it is believed most.
 */
export function findIds(
  text: string,
  ids: ProviderIds,
  vocabulary: LabelVocabulary,
  hosts: ProviderHosts = {},
): FoundId[] {
  const labels = labelsOf(vocabulary);
  const best = new Map<string, FoundId>();
  for (const found of judgeTokens(text, tokens(text, ids), { labels, hosts }, columns(text, labels))) {
    if (!found) continue;
    const other = best.get(found.id);
    if (!other || rank(found) < rank(other)) best.set(found.id, found);
  }
  return [...best.values()].sort((a, b) => a.start - b.start);
}

const order: Reason[] = ['link', 'label', 'prefix', 'bare'];
const rank = (found: FoundId) => order.indexOf(found.reason);

/** The label of the column at a position, where the text is rows of cells (copied from a table or a CSV file) below a line of headers. */
function columns(text: string, labels: Labels): Column {
  const head = text.split('\n', 1)[0]!;
  const comma = ['\t', ';', ','].find((character) => head.includes(character));
  if (!comma) return () => undefined;
  const headers = head.split(comma).map(labels.whole);
  return (start) => (start > head.length ? headers[lineBefore(text, start).split(comma).length - 1] : undefined);
}
