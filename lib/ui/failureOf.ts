import type { UseQueryResult } from '@tanstack/react-query';
import { asFailure, type Failure } from '../errors';

/** Why a query has no answer. One that was given up stands as if it had never been asked. */
export function failureOf({
  error,
  isPending,
  fetchStatus,
}: Pick<UseQueryResult, 'error' | 'isPending' | 'fetchStatus'>): Failure | undefined {
  if (error) return asFailure(error);
  return isPending && fetchStatus === 'idle' ? { code: 'canceled' } : undefined;
}
