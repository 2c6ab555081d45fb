import { formats as captions } from './captions';
import { formats as csv } from './csv';
import type { ExportFormat } from './format';
import { formats as json } from './json';
import { formats as markdown } from './markdown';
import { formats as note } from './note';

export type { ExportFormat, Names } from './format';
export { fileName } from './format';

/** Every way to take a call away as a file, as offered under "Export". */
export const exportFormats: ExportFormat[] = [...note, ...markdown, ...csv, ...captions, ...json];
