import { createContext } from 'react';
import type { SingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';

/** Whether single keys are commands on this page, and the switch. They are where nothing says otherwise. */
export const SingleKeysContext = createContext<Pick<SingleKeySwitch, 'isOn'> & Partial<SingleKeySwitch>>({
  isOn: true,
});
