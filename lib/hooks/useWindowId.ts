import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** The window of this page, known before the click that opens the panel: asking for it then would lose the gesture. */
export function useWindowId(): number | undefined {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), []);
  return windowId;
}
