/** What settings may hold, by form and by file: far more than anybody needs, and no more than pages and worker can carry. */
export const settingsLimits = {
  /** Bytes of a settings file. */
  bytes: 1_000_000,
  connections: 50,
  /** Characters of a connection's label. */
  label: 80,
  /** That the user described. */
  providers: 20,
  /** Characters of such a description. */
  description: 50_000,
  sites: 200,
  /** Of one site. */
  rules: 200,
};
