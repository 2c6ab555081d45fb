/** Makes something when it is first asked for, and only then: a format of `Intl` costs more than a hundred uses of it. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
