import * as v from 'valibot';
import { defineItem } from './define';
import { forbiddable, lockable, noPolicy, type Policy } from './policy';
import { whole } from './shape';
import { connection, flag, site, text } from './shapes';

const policy: v.GenericSchema<unknown, Policy> = v.object({
  connections: v.array(connection),
  sites: v.array(site),
  note: v.optional(v.array(text)),
  hidePersonalData: flag,
  locked: v.array(v.picklist(lockable)),
  forbidden: v.array(v.picklist(forbiddable)),
  problems: v.array(text),
});

/** The policy, as the worker read it when it last started or heard of a change: see `worker/policy/apply.ts`. */
export const policyItem = defineItem<Policy>('local', 'policy', noPolicy, whole(policy));
