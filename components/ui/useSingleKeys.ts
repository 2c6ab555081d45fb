import { useContext, useEffect } from 'react';
import { type KeyCommands, listenForKeys } from '../../lib/ui/singleKeys';
import { SingleKeysContext } from './SingleKeysContext';

/** Commands of one key each while the component is on screen, unless the user switched single keys off. */
export function useSingleKeys(commands: KeyCommands): void {
  const { isOn } = useContext(SingleKeysContext);
  useEffect(() => (isOn ? listenForKeys(commands) : undefined), [isOn, commands]);
}
