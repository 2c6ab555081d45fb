import type { Json } from '../call/call';
import type { Members } from '../call/jsonPointer';
import { isBenignHeader, isOrdinary, kindOfAddress, kindOfName, type SecretKind } from './names';

/** In `{ key: 'X-Api-Key', value: '…' }` and `{ variable_name: 'api_key', new_value: '…' }` the name of the secret is itself a value. */
export const pairNameOf = ({ key, name, variable_name }: Members) =>
  [key, name, variable_name].find((candidate) => typeof candidate === 'string');

export function kindOfMember(
  owner: Members,
  pairName: string | undefined,
  name: string,
  kind: SecretKind | undefined,
  { owner: ownerName, extracted }: { owner: string; extracted: boolean },
): SecretKind | undefined {
  if (kind === 'secret') return 'secret';
  const isPairValue = pairName !== undefined && /^(((old|new)_)?value|example|default)$/i.test(name);
  if (kind === 'headers') {
    if (isPairValue) return isBenignHeader(pairName) ? undefined : 'secret';
    if (pairName !== undefined && 'value' in owner) return kindOfName(name);
    return isBenignHeader(name) ? undefined : 'secret';
  }
  const named = isPairValue && kindOfName(pairName) ? pairName : name;
  // A number of `tokens` counts what a model read.
  const isCount = typeof owner[name] === 'number' && /tokens$/i.test(name);
  const own =
    (isCount ? undefined : kindOfName(named)) ??
    (isOfNoPlainName(owner, pairName, name) ? 'opaque' : undefined) ??
    kindOfAddress(ownerName, name) ??
    (isHook(name, owner[name]) ? 'url' : kind);
  return own === 'secret' && extracted && isOrdinary(named) ? 'opaque' : own;
}

/**
 * Whether a member is the value of a variable or of a pair whose name tells nothing: what looks like a secret is taken for one. A variable
 * holds whatever the agent's owner put there, and only a name that says it is an ID is believed.
 */
const isOfNoPlainName = ({ key, name, variable_name }: Members, pairName: string | undefined, member: string) =>
  (/^(old|new)_value$/i.test(member) && !/(^|[_\s-])(id|number|reference|uuid)$/i.test(pairName ?? '')) ||
  (pairName === undefined &&
    /^value$/i.test(member) &&
    [key, name, variable_name].some((each) => typeof each === 'object' && each !== null));

/** Whether a member is the address of a webhook: a name that says no more than that may also hold what became of it. */
const isHook = (name: string, value?: Json) =>
  /webhooks?$/i.test(name) &&
  typeof value === 'string' &&
  /^\s*(?:https?:\/\/|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\/)\S+\s*$/i.test(value);
