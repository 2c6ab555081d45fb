import { i18n, listOf } from '#i18n';
import type { Failure } from '../../lib/errors';
import type { Asked, LookedUp } from '../../lib/call/lookUp';
import { describe } from '../ui/describe';

/** Why a look-up found nothing, in one sentence that names who was asked and what each said; `failure` decides the next step. */
export function whyNot(row: LookedUp, providerName: (id: string) => string): { sentence: string; failure: Failure } {
  if (row.failure) {
    const provider = listOf(row.providers.map(providerName), 'unit');
    return { sentence: describe(row.failure, { id: row.id, provider }), failure: row.failure };
  }
  const asked = row.answer && 'asked' in row.answer ? row.answer.asked : [];
  const others = asked.filter(({ failure }) => failure.code !== 'not-found');
  const name = ({ label, provider }: Asked) =>
    `${i18n.t('failure.named', { name: label })} (${providerName(provider)})`;
  const said = (each: Asked) =>
    describe(each.failure, { id: row.id, provider: providerName(each.provider), connection: each.label });
  const [only] = asked;
  if (only && asked.length === 1) return { sentence: said(only), failure: only.failure };
  const sentence =
    others.length === 0
      ? i18n.t('lookup.unknown', { id: row.id, asked: listOf(asked.map(name), 'unit') })
      : i18n.t('lookup.unanswered', {
          id: row.id,
          said: asked.map((each) => `${name(each)}: ${said(each)}`).join(' '),
        });
  return { sentence, failure: others[0]?.failure ?? { code: 'not-found' } };
}
