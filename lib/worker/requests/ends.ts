const ends = new Map<string, AbortController>();

/** Aborts when the connection's requests are given up. */
export function endOf(connection: string): AbortSignal {
  const known = ends.get(connection) ?? new AbortController();
  ends.set(connection, known);
  return known.signal;
}

/** Gives up everything that is under way or waits through a connection that was removed or changed; through all, unless one is named. */
export function endRequests(connection?: string): void {
  for (const [id, end] of ends) {
    if (connection !== undefined && id !== connection) continue;
    ends.delete(id);
    end.abort(new DOMException('canceled', 'AbortError'));
  }
}
