import { useQuery } from '@tanstack/react-query';
import { connectionsQuery } from '../ui/queries';

/** The user's connections. */
export const useConnections = () => useQuery(connectionsQuery);
