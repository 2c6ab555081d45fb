import { readFileSync } from 'node:fs';
import { providerIds } from '../harness/replica';

export interface Route {
  kind: 'call' | 'list' | 'search' | 'recording';
  matches(path: string): boolean;
  /** Where a reply says how far its call is, and what it says when it is over. */
  statusAt: string;
  over: string;
}

/** What a file of `gateway/accounts/` says. */
export interface AccountFile {
  routes: Route[];
  vendor: string;
  /** Requests within a second. */
  rate: number;
  /** Requests beyond the rate: those that go at once, and all. */
  delay: number;
  burst: number;
}

function read(id: string): AccountFile {
  const text = readFileSync(`gateway/accounts/${id}.conf`, 'utf8');
  const found = (expression: RegExp) => {
    const groups = expression.exec(text)?.slice(1);
    if (!groups) throw new Error(`${id}.conf has no ${expression.source}.`);
    return groups;
  };
  const locations = text.matchAll(/location (~|=) (\S+) \{([^}]*)include (\w+)\.conf;/g);
  const routes = [...locations].map(([, how, place = '', inside = '', kind]): Route => {
    const pattern = new RegExp(place);
    return {
      kind: kind as Route['kind'],
      matches: (path) => (how === '=' ? path === place : pattern.test(path)),
      statusAt: /\$status_at "([^"]*)"/.exec(inside)?.[1] ?? '',
      over: /\$over "([^"]*)"/.exec(inside)?.[1] ?? '',
    };
  });
  const [amount, unit] = found(/rate=(\d+)r\/([sm]);/);
  const [burst, delay] = found(/burst=(\d+) delay=(\d+);/);
  return {
    routes,
    vendor: found(/set \$vendor (\S+);/)[0] ?? '',
    rate: Number(amount) / (unit === 'm' ? 60 : 1),
    burst: Number(burst),
    delay: Number(delay),
  };
}

export const accountFiles = Object.fromEntries(providerIds.map((id) => [id, read(id)]));
