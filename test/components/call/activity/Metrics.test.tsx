import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Metrics } from '../../../../components/call/activity/Metrics';
import type { Metric } from '../../../../lib/call/call';

afterEach(cleanup);

test.each<[Metric['unit'], Metric['value'], string]>([
  ['seconds', 2.53, '2.53s'],
  ['minutes', 1.5, '1.5 min'],
  ['tokens', 31822, '31,822 tokens'],
  ['usd', 0.123, '$0.123'],
  ['credits', 1057, '1,057 credits'],
  ['credits', 0, '0 credits'],
  ['credits', 1, '1 credit'],
  ['credits', 0.5, '0.5 credits'],
  ['score', 0.5, '0.5'],
  ['count', 1200, '1,200'],
  ['text', 'gpt-4o', 'gpt-4o'],
])('%s: %j is shown as %s', (unit, value, shown) => {
  const { container } = render(
    <Metrics metrics={[{ name: 'own_name', value, unit, pointer: '/own_name' }]} transcripts={[]} />,
  );
  expect(container.querySelector('tbody td')?.textContent).toBe(shown);
});
