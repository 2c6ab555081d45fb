import { useQuery, useQueryClient } from '@tanstack/react-query';
import { askUntil } from '../ui/askUntil';
import { failureOf } from '../ui/failureOf';
import { useWaiting } from './useWaiting';

/** The provider's own list of a connection's calls, one page at a time. */
export function useCallList(
  connection: string | undefined,
  filters: Record<string, string>,
  cursor: string | undefined,
) {
  const client = useQueryClient();
  const waitingOf = useWaiting();
  const query = useQuery({
    queryKey: ['calls', connection, filters, cursor],
    queryFn: ({ signal }) => askUntil(signal, 'listCalls', { connection: connection ?? '', filters, cursor }),
    enabled: connection !== undefined,
    // While the next page comes, this one stays; calls of another connection do not.
    placeholderData: (before, last) => (last?.queryKey[1] === connection ? before : undefined),
    staleTime: 30_000,
  });
  return {
    page: query.data,
    failure: connection === undefined ? undefined : failureOf(query),
    waiting: waitingOf({ connection }),
    stop: () => void client.cancelQueries({ queryKey: ['calls', connection] }),
    loading: query.isFetching,
    retry: () => void query.refetch(),
  };
}
