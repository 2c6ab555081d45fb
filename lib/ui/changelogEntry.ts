/** What a changelog in the format of https://keepachangelog.com tells of one version, without its title; `undefined` where it has no such entry. */
export function entryOf(changelog: string, version: string): string | undefined {
  const entries = changelog.split(/^## /m).slice(1);
  const entry = entries.find((each) => each.startsWith(`[${version}]`));
  return entry?.slice(entry.indexOf('\n')).trim();
}

/** A part of an entry: “Added”, and its lines. */
export interface ChangelogPart {
  title: string;
  changes: string[];
}

/** The parts of an entry that have lines. */
export const partsOf = (entry: string): ChangelogPart[] =>
  entry
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title: title.trim(), changes: lines.flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : [])) };
    })
    .filter(({ changes }) => changes.length > 0);
