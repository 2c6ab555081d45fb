import type { Json } from '../../call/call';
import { CallFailure, type Failure, type FailureCode, meaningOf } from '../../errors';
import { redactText } from '../../redaction/redact';
import { isMembers, ownMember } from '../../call/jsonPointer';

const longest = 200;

/** The texts of a body: those of the first of the named members that holds any. A member may be a list, or an object with such members. */
function sentencesIn(body: Json, names: string[]): string[] {
  if (typeof body === 'string') return body.trim() ? [body] : [];
  if (Array.isArray(body)) return body.flatMap((each) => sentencesIn(each, names));
  if (!isMembers(body)) return [];
  const said = names.map((name) => sentencesIn(ownMember(body, name) ?? null, names));
  return said.find((sentences) => sentences.length > 0) ?? [];
}

/** The vendor's sentence, redacted, at most 200 characters. */
function saidIn(body: Json | undefined, names: string[]): string | undefined {
  if (!isMembers(body)) return undefined;
  const line = redactText(sentencesIn(body, names).join('; ')).replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line || undefined;
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

/** What a reply of status 200 means that tells of a failure: the status says nothing, so what no expression knows is the provider's own sentence. */
export function failedInside(body: Json, explain: ReturnType<typeof explainer>): CallFailure {
  const failure = explain(200, body);
  const code = failure && failure.code !== 'request-rejected' ? failure.code : 'provider-said';
  return new CallFailure({ code, said: failure?.said });
}
