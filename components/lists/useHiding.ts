import { useContext } from 'react';
import { usePersonalData } from '../ui/usePersonalData';
import { ListToolsContext } from './ListToolsContext';
import type { ShownCall } from './RowParts';

/** A call of a list as it may be shown: with personal data masked where the user wants it. */
export function useHiding<C extends ShownCall>(call: C): C {
  const { rules, isWaiting } = usePersonalData(useContext(ListToolsContext)?.hidesPersonalData);
  const hide = (text: string | undefined) => text && rules?.hidePersonalData(text);
  return rules || isWaiting ? { ...call, party: hide(call.party), summary: hide(call.summary) } : call;
}
