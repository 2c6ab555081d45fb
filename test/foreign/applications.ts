import type { ForeignApplication } from './application';
import { reactAdmin } from './reactAdmin';
import { tryton } from './tryton';
import { vendure } from './vendure';

export const applications: ForeignApplication[] = [reactAdmin, tryton, vendure];
