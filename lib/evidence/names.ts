import { dictations, type Dictation } from './dictation';
import { fold, tokenize, type Span, type Token } from './tokens';

/** Fewest letters said by themselves for a word to count as spelled out. “O’Brien” has one of its own. */
const enough = (value: string) => (/['’]/.test(value) ? 1 : 2);

/**
 * Spelled words and codes ("R, A, M, A, N", "A B four seven"), and names whose parts were said apart: "What's your first name?"
 * "Priya." "And the last?" "Raman." One part alone is no evidence of the whole, unless the whole was `heard` elsewhere.
 */
export function nameMentions(
  name: string,
  value: string,
  speech: Dictation & { speakers: string[] },
  heard: boolean,
): Span[][] {
  const { tokens, index, speakers } = speech;
  const words = tokenize(value).map(({ text }) => text);
  const compact = words.join('');
  if (
    value.trim().split(/\s+/).length > 4 ||
    compact.length < 3 ||
    compact.length > 24 ||
    !/^[\p{L}\p{N}]+$/u.test(compact)
  )
    return [];
  const spelled = (target: string) => dictations([target], speech).filter(({ singles }) => singles >= enough(value));
  // "OBrien" for "O Brien".
  const joined = words.length > 1 ? (index.get(compact) ?? []).map((from) => ({ from, to: from + 1 })) : [];
  const whole = [...spelled(compact), ...joined].map((span) => [span]);
  if (!/name/i.test(name) || words.length < 2 || /\d/.test(compact)) return whole;

  const customer = ({ from }: Span) => speakers[(tokens[from] as Token).turn] !== 'agent';
  const parts = words.map((word) => ({
    said: (index.get(fold(word)) ?? []).map((from) => ({ from, to: from + 1 })).filter(customer),
    spelled: word.length > 2 ? spelled(word).filter(customer) : [],
  }));
  const apart =
    whole.length || heard
      ? []
      : together(
          parts.map((part) => [...part.said, ...part.spelled]),
          tokens,
        );
  const known = heard || whole.length > 0 || apart.length > 0;
  const letters = known ? parts.flatMap((part) => part.spelled) : [];
  return [...whole, ...apart, ...letters.map((span) => [span])];
}

/** One place of each part, in order, each at most four turns after the one before. */
function together(parts: Span[][], tokens: Token[]): Span[][] {
  const turnOf = ({ from }: Span) => (tokens[from] as Token).turn;
  return (parts[0] ?? [])
    .flatMap((first) => {
      const chain = [first];
      for (const part of parts.slice(1)) {
        const last = chain.at(-1) as Span;
        const next = part.find((span) => span.from >= last.to && turnOf(span) - turnOf(last) <= 4);
        if (!next) return [];
        chain.push(next);
      }
      return [chain];
    })
    .slice(-1);
}
