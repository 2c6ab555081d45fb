import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetStorageProblems, listStorageProblems, watchStorageProblems } from '../storage/storageProblems';

const queryKey = ['storageProblems'];

/** Stored data that could not be read, and the way to forget it. */
export function useStorageProblems() {
  const client = useQueryClient();
  const problems = useQuery({ queryKey, queryFn: listStorageProblems }).data ?? [];
  useEffect(() => watchStorageProblems(() => void client.invalidateQueries({ queryKey })), [client]);
  return { problems, forget: () => forgetStorageProblems(problems) };
}
