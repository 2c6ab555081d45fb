import { i18n } from '#i18n';
import type { Turn } from './call';

/** Who speaks, in words; where nothing says which side it is, what the provider calls them. */
export const speakerName = ({ speaker, speakerRaw }: Pick<Turn, 'speaker' | 'speakerRaw'>): string =>
  speaker === 'unknown' && speakerRaw ? speakerRaw : i18n.t(`call.speaker.${speaker}`);
