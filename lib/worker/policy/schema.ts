import { i18n } from '#i18n';
import { isApiAddress } from '../../browser/origins';
import { sitePattern } from '../../browser/sites';
import { settingsLimits } from '../../call/settingsLimits';
import { isTimeZone } from '../../call/zone';
import { notePartKeys } from '../../export/note';
import { providers } from '../../providers';
import { forbiddable, lockable } from '../../storage/policy';
import { StoredRules } from '../storedRule';
import { z } from '../../zod';

const providerOf = (id: string) => providers.find((each) => each.id === id);
const wordsOf = (all: { id: string }[]) => all.map(({ id }) => id).join(', ');

const id = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9_-]+$/, { error: () => i18n.t('policy.wrong.id') });

const Connection = z
  .strictObject({
    id: id.meta({ description: 'A name of your choice that stays: what was read and entered belongs to it.' }),
    provider: z.string().max(64).meta({ description: 'The ID of a provider, e.g. retell.' }),
    label: z.string().trim().min(1).max(settingsLimits.label).optional().meta({ description: 'How people know it.' }),
    region: z.string().max(64).optional().meta({ description: "One of the provider's; its first unless told." }),
    baseUrl: z
      .string()
      .max(300)
      .transform((text) => text.trim().replace(/\/+$/, ''))
      .refine(isApiAddress, { error: () => i18n.t('description.baseUrl') })
      .optional()
      .meta({ description: "The address of your own gateway, in place of the vendor's." }),
    account: z
      .record(z.string().max(64), z.string().max(200))
      .optional()
      .meta({ description: "What the account needs beside its key, e.g. HighLevel's locationId." }),
    zone: z
      .string()
      .max(64)
      .refine(isTimeZone, { error: () => i18n.t('policy.wrong.zone') })
      .optional()
      .meta({ description: 'The time zone of the account, as IANA names it, e.g. Europe/Berlin.' }),
    key: z
      .string()
      .max(4096)
      .regex(/^[\x21-\x7e]+$/, { error: () => i18n.t('settings.keyInvalid') })
      .optional()
      .meta({
        description:
          'The key or token. Whoever can read the policy can read it: leave it out if people have their own.',
      }),
  })
  .superRefine(({ provider: named, region, account = {} }, { addIssue }) => {
    const wrong = (path: string[], message: string) => addIssue({ code: 'custom', path, message });
    const provider = providerOf(named);
    if (!provider) return wrong(['provider'], i18n.t('description.oneOf', { words: wordsOf(providers) }));
    if (region !== undefined && !provider.regions.some((each) => each.id === region))
      wrong(['region'], i18n.t('description.oneOf', { words: wordsOf(provider.regions) }));
    for (const [name, value] of Object.entries(account)) {
      const field = provider.account.find((each) => each.name === name);
      if (!field) wrong(['account', name], i18n.t('policy.wrong.account', { provider: provider.name }));
      else if (!new RegExp(`^(?:${field.pattern})$`).test(value)) wrong(['account', name], i18n.t('description.other'));
    }
  });

const Site = z.strictObject({
  address: z
    .string()
    .max(300)
    .refine((text) => sitePattern(text) !== undefined, { error: () => i18n.t('sites.addressInvalid') })
    .meta({ description: 'The address of the site, e.g. crm.example.com or https://*.crm.example.com/*.' }),
  rules: StoredRules.optional().meta({ description: 'What is and what is no call ID there.' }),
});

/** What an organization's policy may hold. Each member, and each entry of its lists, stands alone: see `readPolicy.ts`. */
export const PolicyFile = z
  .strictObject({
    connections: z.array(Connection).meta({ description: 'The accounts that are asked for calls.' }),
    sites: z.array(Site).meta({ description: 'The sites whose pages are read, once the browser permits it.' }),
    note: z.array(z.enum(notePartKeys)).meta({ description: 'What a copied note holds, in its order.' }),
    hidePersonalData: z
      .boolean()
      .meta({ description: 'Masks personal data wherever a call is shown, copied or exported.' }),
    locked: z.array(z.enum(lockable)).meta({ description: 'The parts of which only what stands here counts.' }),
    forbidden: z.array(z.enum(forbiddable)).meta({ description: 'What nobody may do.' }),
  })
  .partial();
export type PolicyFile = z.infer<typeof PolicyFile>;
