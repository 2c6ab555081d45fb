import { useContext } from 'react';
import { hidePersonalData } from '../../lib/redaction/personalData';
import { ListToolsContext } from './ListToolsContext';
import type { ShownCall } from './RowParts';

/** A call of a list as it may be shown: with personal data masked where the user wants it. */
export function useHiding<C extends ShownCall>(call: C): C {
  const hides = useContext(ListToolsContext)?.hidesPersonalData;
  const hide = (text: string | undefined) => text && hidePersonalData(text);
  return hides ? { ...call, party: hide(call.party), summary: hide(call.summary) } : call;
}
