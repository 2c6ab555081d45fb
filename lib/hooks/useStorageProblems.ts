import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { browser } from 'wxt/browser';
import { asideKey } from '../storage/setAside';
import { forgetStorageProblems, listStorageProblems } from '../storage/storageProblems';

const queryKey = ['storageProblems'];

/** Stored data that could not be read, and the way to forget it. */
export function useStorageProblems() {
  const client = useQueryClient();
  const problems = useQuery({ queryKey, queryFn: listStorageProblems }).data ?? [];
  useEffect(() => {
    const read = (changes: object, area: string) => {
      if (area === 'local' || asideKey in changes) void client.invalidateQueries({ queryKey });
    };
    browser.storage.onChanged.addListener(read);
    return () => browser.storage.onChanged.removeListener(read);
  }, [client]);
  return { problems, forget: () => forgetStorageProblems(problems) };
}
