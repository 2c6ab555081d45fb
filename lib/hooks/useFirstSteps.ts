import { useConnections } from './useConnections';
import { useRecentCalls } from './useRecentCalls';
import { usePolicy } from './usePolicy';
import { useSites } from './useSites';

/** What a new user has done by now, as it stands stored at this moment; a sample account is nobody's own. */
export function useFirstSteps() {
  const connections = useConnections().data;
  const { sites = [] } = useSites();
  const policy = usePolicy();
  const recent = useRecentCalls();
  return {
    connected: connections?.some(({ sample, managed, keyEnd }) => !sample && (!managed || keyEnd)) ?? false,
    enabled: sites.some(({ granted }) => granted),
    managed: {
      connections: policy.connections.length > 0 || policy.locked.includes('connections'),
      sites: policy.sites.length > 0 || policy.locked.includes('sites'),
      samples: policy.locked.includes('connections'),
    },
    lookedUp: recent.length > 0,
  };
}
