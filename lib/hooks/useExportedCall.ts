import { useState } from 'react';
import type { Call } from '../call/call';

/** The call of a file the user opened: read on this page, kept nowhere. */
export function useExportedCall() {
  const [opened, setOpened] = useState<{ call: Call; name: string; at: string }>();
  const [refused, setRefused] = useState(false);
  return {
    opened,
    refused,
    open: async (file: File) => {
      const { parseCallJson } = await import('../export/parseCallFile');
      const call = parseCallJson(await file.text());
      setRefused(!call);
      setOpened(call && { call, name: file.name, at: new Date(file.lastModified).toISOString() });
    },
    close: () => setOpened(undefined),
  };
}
