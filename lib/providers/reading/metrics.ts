import type { Call } from '../../call/call';
import { at, type Field, number, text } from './fields';

type Metric = Call['metrics'][number];

/** The measurements among the members of `owner`, by the provider's own names; `units` says which there are. Zero is a measurement. */
export function metricsOf(owner: Field, units: Record<string, Metric['unit']>): Metric[] {
  return Object.entries(units).flatMap(([name, unit]) => {
    const field = at(owner, name);
    const value = unit === 'text' ? text(field) : number(field);
    return value === undefined ? [] : [{ name, value, unit, pointer: field.pointer }];
  });
}
