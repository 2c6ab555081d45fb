import { sitesItem } from '../storage/items';
import { useConnections } from './useConnections';
import { useRecentCalls } from './useRecentCalls';
import { useStored } from './useStored';

/** What a new user has done by now, as it stands stored at this moment; a sample account is nobody's own. */
export function useFirstSteps() {
  const connections = useConnections().data;
  const sites = useStored(sitesItem);
  const recent = useRecentCalls();
  return {
    connected: connections?.some(({ sample }) => !sample) ?? false,
    enabled: sites.some(({ off }) => !off),
    lookedUp: recent.length > 0,
  };
}
