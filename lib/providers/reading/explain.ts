import type { Json } from '../../call/call';
import { CallFailure, type Failure, type FailureCode, meaningOf } from '../../errors';
import { redactText } from '../../redaction/redact';
import { isMembers } from '../../call/jsonPointer';

const longest = 200;

/** The vendor's sentence: the first of the named members that holds a text or a list of texts, redacted, at most 200 characters. */
function saidIn(body: Json | undefined, names: string[]): string | undefined {
  if (!isMembers(body)) return undefined;
  for (const name of names) {
    const sentences = [Object.hasOwn(body, name) ? (body[name] ?? null) : null].flat();
    const said = sentences.filter((each) => typeof each === 'string').join('; ');
    const line = redactText(said).replaceAll(/\s+/g, ' ').trim();
    if (line) return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  }
  return undefined;
}

/** A provider's `explain`: its sentence, and the first meaning whose expression it matches, else the status's own. */
export function explainer(names: string[], meanings: [RegExp, FailureCode][]) {
  return (status: number, body: Json | undefined): Failure | undefined => {
    const said = saidIn(body, names);
    if (said === undefined) return undefined;
    const code = meanings.find(([words]) => words.test(said))?.[1] ?? meaningOf(status);
    return { code, status, said };
  };
}

/** The body of a reply of status 200 that says no failure. Some endpoints wrap their answer as `{statusCode, data}`: throws what it says there. */
export function accepted(body: Json, explain: ReturnType<typeof explainer>): Json {
  const status = isMembers(body) ? body.statusCode : undefined;
  if (typeof status !== 'number' || status < 400) return body;
  throw new CallFailure(explain(status, body) ?? { code: meaningOf(status), status });
}
