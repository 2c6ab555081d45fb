import type { Policy } from '../storage/policy';
import { policyItem } from '../storage/policyItem';
import { useStored } from './useStored';

/** What the user's organization says about the settings. */
export const usePolicy = (): Policy => useStored(policyItem);
