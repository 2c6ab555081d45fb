import type { ForeignApplication } from './application';
import { reactAdmin } from './reactAdmin';
import { tryton } from './tryton';

export const applications: ForeignApplication[] = [reactAdmin, tryton];
