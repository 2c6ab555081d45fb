import { useQuery } from '@tanstack/react-query';
import { recentQuery } from '../ui/queries';

/** The calls looked up lately, the newest first. */
export const useRecentCalls = () => useQuery(recentQuery).data ?? [];
