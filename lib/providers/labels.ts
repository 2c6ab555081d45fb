import { labelVocabulary } from '../page/detect/labelVocabulary';
import { providers } from '.';

/** The words of labels, those for each vendor included. */
export const labels = labelVocabulary(Object.fromEntries(providers.map(({ id, labelWords }) => [id, labelWords])));
