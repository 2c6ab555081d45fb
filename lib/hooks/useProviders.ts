import { useQuery } from '@tanstack/react-query';
import { providersQuery } from '../ui/queries';

/** The providers there are, as the worker describes them; none until they are read. */
export const useProviders = () => useQuery(providersQuery).data ?? [];
