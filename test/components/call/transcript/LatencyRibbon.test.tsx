import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LatencyRibbon } from '../../../../components/call/transcript/LatencyRibbon';
import type { Turn } from '../../../../lib/call/call';
import { latencyOf } from '../../../../lib/call/latency';

afterEach(cleanup);

const customer: Turn = { speaker: 'customer', speakerRaw: 'user', text: 'Hm.' };
const reply = (latency: Turn['latency'], rest: Partial<Turn> = {}): Turn => ({
  speaker: 'agent',
  speakerRaw: 'bot',
  text: 'Yes.',
  latency,
  ...rest,
});

const turns = [
  reply({ total: 1, asr: 0.25, llm: 0.5, tts: 0.25 }, { tokens: 1000, cost: 0.25 }),
  customer,
  reply({ total: 1, llm: 0.5 }, { tokens: 500 }),
  reply({ llm: 0.5, tool: 0.5 }),
  reply({ total: 4, llm: 3, tool: 1 }),
  reply({ total: 0 }),
];

function show(shown: Turn[], current?: number) {
  const onTurn = vi.fn<(turn: number) => void>();
  const onNextSlow = vi.fn<() => void>();
  const view = render(
    <LatencyRibbon
      turns={shown}
      latency={latencyOf(shown)}
      current={current}
      onTurn={onTurn}
      onNextSlow={onNextSlow}
    />,
  );
  const svg = view.container.querySelector('svg[preserveAspectRatio]')!;
  vi.spyOn(svg, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 600, 48));
  return { ...view, svg, onTurn, onNextSlow };
}

/** The rectangles of a path, as [turn, bottom, height]. */
const boxes = (path: Element) =>
  [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)h[.\d]+v(-?[\d.]+)/g)].map((found) =>
    found.slice(1).map(Number),
  );

test('a reply is a bar, its parts one above the other, as high as their share of the longest', () => {
  const { svg } = show(turns);
  const [asr, llm, tts, tool, other] = [...svg.querySelectorAll('path')].slice(1, 6).map(boxes);
  expect(asr).toEqual([[0.1, 100, -6.3]]);
  expect(llm).toEqual([
    [0.1, 93.8, -12.5],
    [2.1, 100, -12.5],
    [3.1, 100, -12.5],
    [4.1, 100, -75],
  ]);
  expect(tts).toEqual([[0.1, 81.3, -6.3]]);
  expect(tool).toEqual([
    [3.1, 87.5, -12.5],
    [4.1, 25, -25],
  ]);
  // What the provider did not split stands on top.
  expect(other).toEqual([[2.1, 87.5, -12.5]]);
});

test('slow turns are counted, pointed out, and a button away', () => {
  const { svg, onNextSlow } = show(turns);
  screen.getByText('1 slow reply');
  expect(boxes(svg.querySelectorAll('path')[0]!).map(([turn]) => turn)).toEqual([4]);
  fireEvent.click(screen.getByRole('button', { name: 'Next slow turn' }));
  expect(onNextSlow).toHaveBeenCalledOnce();
});

test('a call without a slow turn says so, and has no button', () => {
  show(turns.slice(0, 4));
  screen.getByText('none was slow');
  expect(screen.queryByRole('button')).toBeNull();
});

test('the whole call’s tokens and cost stand beside its percentiles, if there are any', () => {
  const { container, unmount } = show(turns);
  const caption = () => container.querySelector('figcaption')?.textContent;
  expect(caption()).toContain('Replies took 1s (median)');
  expect(caption()).toContain('4s (p99)');
  expect(caption()).toContain('1,500 tokens');
  expect(caption()).toContain('$0.25');
  unmount();
  const bare = show([reply({ total: 1 })]);
  expect(bare.container.querySelector('figcaption')?.textContent).not.toMatch(/tokens|\$/);
});

test('a click goes to the turn below it, and to none beside the ribbon', () => {
  const { svg, onTurn } = show(turns);
  for (const clientX of [100, 199, 200, 699, 720, 90]) fireEvent.click(svg, { clientX });
  expect(onTurn.mock.calls.flat()).toEqual([0, 0, 1, 5, 5, 0]);
});

test('the pointer tells what a turn took, part by part; without it the parts are explained', () => {
  const { svg, container } = show(turns);
  const legend = () => container.querySelector('figure > p')?.textContent;
  expect(legend()).toBe('speech recognitionmodelvoicetoolnot split');
  fireEvent.pointerMove(svg, { clientX: 310 });
  expect(legend()).toBe('Turn 3: 1smodel 500msnot split 500ms');
  fireEvent.pointerMove(svg, { clientX: 210 });
  expect(legend()).toBe('speech recognitionmodelvoicetoolnot split');
  fireEvent.pointerMove(svg, { clientX: 510 });
  fireEvent.pointerLeave(svg);
  expect(legend()).toBe('speech recognitionmodelvoicetoolnot split');
});

test('the turn that is heard or was jumped to is outlined and told', () => {
  const { svg, container } = show(turns, 4);
  expect(container.querySelector('figure > p')?.textContent).toBe('Turn 5: 4smodel 3stool 1s');
  expect(svg.lastElementChild?.getAttribute('d')).toMatch(/^M4 0/);
});

test('latencies of nothing but 0 draw nothing, and break nothing', () => {
  const { svg } = show([reply({ total: 0 }), reply({ total: 0, llm: 0 })]);
  expect(svg.innerHTML).not.toMatch(/NaN|Infinity/);
  expect([...svg.querySelectorAll('path')].flatMap(boxes)).toEqual([]);
});
