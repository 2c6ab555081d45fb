import type { Json } from '../../call/call';

/** Deeper values are refused: the reading calls itself. */
const depthCap = 50;

const words: Record<string, Json> = {
  None: null,
  null: null,
  undefined: null,
  nil: null,
  nan: null,
  NaN: null,
  True: true,
  true: true,
  False: false,
  false: false,
};
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

/** Thrown within: the text is no literal. */
const stop = new Error('no literal');

/**
 * The value of a list, tuple or dict as Python's `repr` writes it (single quotes, `None`, `True`, `Message(role='user')`), or as
 * JavaScript's console does (names without quotes). Numbers stay the text of their digits. `undefined` for anything else, and for what
 * is cut off.
 */
export function parseLiteral(text: string): Json | undefined {
  let at = 0;
  const match = (form: RegExp) => {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  const take = (sign: string) => {
    match(/\s*/y);
    const isThere = text.startsWith(sign, at);
    if (isThere) at += sign.length;
    return isThere;
  };

  const quoted = (): string | undefined => {
    const open = match(/\s*[rubRUB]{0,2}("""|'''|["'`])/y)?.[1];
    if (open === undefined) return undefined;
    let value = '';
    for (;;) {
      const sign = text[at];
      if (sign === undefined) throw stop;
      if (text.startsWith(open, at)) {
        at += open.length;
        return value;
      }
      at++;
      if (sign !== '\\') value += sign;
      else {
        const code = match(/x([\da-fA-F]{2})|u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|U([\da-fA-F]{8})/y);
        const point = code && Number.parseInt(code.slice(1).find(Boolean) ?? '', 16);
        if (point !== null && point <= 0x10ffff)
          value += code?.[3] ? String.fromCharCode(point) : String.fromCodePoint(point);
        else {
          const next = text[at++] ?? '';
          value += escapes[next] ?? (`'"\`\\/`.includes(next) ? next : `\\${next}`);
        }
      }
    }
  };
  /** Texts that stand side by side are one, as in Python. */
  const string = (): string | undefined => {
    let value = quoted();
    for (let more = value === undefined ? undefined : quoted(); more !== undefined; more = quoted()) value += more;
    return value;
  };

  const list = (close: string, depth: number): Json[] => {
    const items: Json[] = [];
    while (!take(close)) {
      items.push(value(depth));
      if (!take(',') && !take(close)) throw stop;
      else if (text[at - 1] === close) break;
    }
    return items;
  };
  const members = (close: string, depth: number, type?: string): Json => {
    const pairs: [string, Json][] = type === undefined ? [] : [['type', type]];
    while (!take(close)) {
      const name = string() ?? match(/\s*:?([\p{L}_$][\w$-]*|-?\d+)/uy)?.[1];
      if (name === undefined || !match(/\s*(?:=>|[:=])/y)) throw stop;
      pairs.push([name, value(depth)]);
      if (!take(',') && !take(close)) throw stop;
      else if (text[at - 1] === close) break;
    }
    return Object.fromEntries(pairs) as Json;
  };

  const value = (depth: number): Json => {
    if (depth > depthCap) throw stop;
    const said = string();
    if (said !== undefined) return said;
    if (take('[')) return list(']', depth + 1);
    if (take('(')) return list(')', depth + 1);
    if (take('{')) return members('}', depth + 1);
    // `<Role.USER: 'user'>`
    if (take('<')) return match(/[\w.]+:\s*(['"]?)([^'">]*)\1>/y)?.[2] ?? fail();
    const number = match(/\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(?![\w:])/iy)?.[1];
    if (number !== undefined) return number;
    const name = match(/\s*([\p{L}_][\w.]*)/uy)?.[1] ?? fail();
    if (Object.hasOwn(words, name)) return words[name] ?? null;
    if (!take('(')) return fail();
    const start = at;
    try {
      return members(')', depth + 1, name);
    } catch {
      at = start;
      return list(')', depth + 1);
    }
  };
  const fail = (): never => {
    throw stop;
  };

  try {
    if (!/^\s*(?:[[({]|[A-Z]\w*\()/.test(text)) return undefined;
    const found = value(0);
    take(',');
    return match(/\s*$/y) ? found : undefined;
  } catch {
    return undefined;
  }
}
