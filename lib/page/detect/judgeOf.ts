import type { ProviderIds } from './idShapes';
import type { Judge } from './judge';
import { judgeInput, judgeLink, type Context } from './judgeNode';
import { judgeText } from './judgeText';
import type { ProviderHosts } from './judgeToken';
import { valuesOf } from './labelledParts';
import { labelsOf, type Labels, type LabelVocabulary } from './labels';
import { labelReader } from './nearbyLabel';
import type { Rules } from './rules';
import { wholeIdReader } from './wholeId';

/** What a judge is told of one scan. */
export interface Known {
  ids: ProviderIds;
  labels: LabelVocabulary;
  hosts: ProviderHosts;
  rules: Rules;
  /** Our own host: never read. */
  own?: Element;
  /** How many mentions are taken. */
  limit: number;
}

const read = new WeakMap<LabelVocabulary, Labels>();

/** The judge of one scan: it remembers what it read of the page. */
export function judgeOf({ ids, labels: vocabulary, hosts, rules, own, limit }: Known): Judge {
  const labels = read.get(vocabulary) ?? labelsOf(vocabulary);
  read.set(vocabulary, labels);
  const around = labelReader(labels, rules);
  const found: Context['found'] = [];
  const context: Context = {
    ids,
    labels,
    hosts,
    rules,
    own,
    around,
    found,
    wholes: wholeIdReader(ids),
    isLabel: (text) => labels.before(text)?.isStrong === true,
    left: limit,
    places: new Map(),
    skipped: new Map(),
  };
  return {
    found,
    get isOver() {
      return context.left <= 0;
    },
    text: (node, at) => judgeText(context, node, at),
    input: (input) => judgeInput(context, input),
    link: (link) => judgeLink(context, link),
    valuesOf: (element) => valuesOf(context, element),
    cellsOf: around.inColumns,
    below: () => around.below.splice(0),
  };
}
