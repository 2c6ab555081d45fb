import type { LabelVocabulary } from '../page/detect/labels';
import { labelVocabulary } from '../page/detect/labelVocabulary';
import { providers } from '.';

/** The words of labels, those for each vendor included. */
export let labels: LabelVocabulary;

/** Reads them from the list of providers, when that has changed. */
export function readLabels(): void {
  labels = labelVocabulary(Object.fromEntries(providers.map(({ id, labelWords }) => [id, labelWords])));
}
readLabels();
