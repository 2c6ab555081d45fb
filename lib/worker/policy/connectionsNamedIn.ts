import { managedId } from '../../storage/policy';

/** The IDs of the connections that a policy names, rightly or wrongly: what is wrong today may be right tomorrow. */
export function connectionsNamedIn({ connections }: Record<string, unknown>): Set<string> {
  const all = Array.isArray(connections) ? (connections as unknown[]) : [];
  const isNamed = (each: unknown): each is { id: string } =>
    typeof each === 'object' && each !== null && 'id' in each && typeof each.id === 'string';
  return new Set(all.filter(isNamed).map(({ id }) => managedId(id)));
}
