import { createContext } from 'react';
import type { CallRef } from '../../lib/call/callRef';
import type { Review } from '../../lib/call/review';
import type { ListTools } from '../../lib/hooks/useListTools';

/** What lists of calls need beside the calls, to show them and to take them away. */
export interface ListContext extends ListTools {
  providerName(id: string): string;
  connectionName(id: string): string;
  reviewOf(ref: CallRef): Review;
}

/** `undefined` where calls of a list can only be opened. */
export const ListToolsContext = createContext<ListContext | undefined>(undefined);
