import { describe, expect, it } from 'vitest';
import { patternProblem } from '../../../lib/page/detect/patternProblem';
import { compileRules } from '../../../lib/page/detect/rules';

describe('patternProblem', () => {
  it.each(['OMNI-(\\d{4,8})', 'CL\\d+', '[A-Z]{2}-\\d+-[a-z]+', '(?:AB|CD)\\d{5}', 'ref (?<id>\\w{6})'])(
    'takes %s',
    (pattern) => {
      expect(patternProblem(pattern)).toBeUndefined();
    },
  );

  it.each([
    ['(', 'invalid'],
    ['\\d*', 'empty'],
    ['(a+)+b', 'slow'],
    ['(a|aa)*b', 'slow'],
    ['(?:[ _-]*(?:log|id)*)*x', 'slow'],
    ['(\\w+\\s?){5,}x', 'slow'],
    ['(a)\\1+b', 'slow'],
    ['(?=a+)ab', 'slow'],
    ['a+b+c+d', 'slow'],
    ['a{1,999}b', 'slow'],
    [`x${'a'.repeat(200)}`, 'slow'],
  ])('refuses %s: %s', (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem);
  });
});

describe('compileRules', () => {
  const rules = compileRules([
    { kind: 'label', label: 'Bot run', provider: 'omnidimension' },
    { kind: 'pattern', pattern: 'OMNI-(\\d+)', provider: 'omnidimension' },
    { kind: 'not', id: '50958' },
  ]);

  it('knows a label however it is written', () => {
    expect(rules.labelled(' BOT  run: *')?.provider).toBe('omnidimension');
    expect(rules.labelled('Bot run time')).toBeUndefined();
  });

  it('takes its patterns and denies what was unlearnt', () => {
    expect(rules.patterns.map(({ find }) => find.source)).toEqual(['OMNI-(\\d+)']);
    expect([rules.isDenied('50958'), rules.isDenied('50959')]).toEqual([true, false]);
  });
});
