import { labelVocabulary } from '../page/detect/labelVocabulary';
import { providers } from '.';

/** The words of labels, those for each vendor included. */
export const labels = labelVocabulary(providers.flatMap(({ labelWords }) => labelWords));
