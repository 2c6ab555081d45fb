/** What the changelog tells of the version that is built: `wxt.config.ts` puts it there. */
declare module '#changelog' {
  const parts: import('./changelogEntry').ChangelogPart[];
  export default parts;
}
