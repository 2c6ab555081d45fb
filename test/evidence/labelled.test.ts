import { expect, test } from 'vitest';
import type { Fact, Turn } from '../../lib/call/call';
import { findEvidence, type Evidence } from '../../lib/evidence';
import { labelledCalls, type LabelledCall } from './labelled';

interface Label {
  fact: string;
  turn: number;
  start: number;
  end: number;
}

const speakers = { A: 'agent', C: 'customer', T: 'tool' } as const;

function parse(call: LabelledCall): { facts: Fact[]; turns: Turn[]; labels: Label[] } {
  const labels: Label[] = [];
  const turns = call.turns.map((line, turn): Turn => {
    const marked = line.slice(3);
    let text = '';
    let last = 0;
    for (const mark of marked.matchAll(/\[\[(\w+):(.*?)\]\]/g)) {
      text += marked.slice(last, mark.index);
      labels.push({ fact: mark[1] ?? '', turn, start: text.length, end: text.length + (mark[2] ?? '').length });
      text += mark[2];
      last = mark.index + mark[0].length;
    }
    const speaker = speakers[line[0] as keyof typeof speakers];
    return { speaker, speakerRaw: speaker, text: text + marked.slice(last) };
  });
  const facts = Object.entries(call.facts).map(([name, value]): Fact => ({ name, value, absent: false, pointer: '' }));
  for (const { fact } of labels) if (!(fact in call.facts)) throw new Error(`${call.name}: label of no fact: ${fact}`);
  return { facts, turns, labels };
}

/** The place found and the place labelled share at least half of what either covers. */
const agrees = (found: Evidence, label: Label) => {
  const shared = Math.min(found.end, label.end) - Math.max(found.start, label.start);
  const covered = Math.max(found.end, label.end) - Math.min(found.start, label.start);
  return found.turn === label.turn && shared / covered >= 0.5;
};

test('evidence of the labelled calls: precision at least 0.98, recall at least 0.9', () => {
  let right = 0;
  let found = 0;
  let wanted = 0;
  const misses: string[] = [];
  for (const call of labelledCalls) {
    const { facts, turns, labels } = parse(call);
    wanted += labels.length;
    const open = new Set(labels);
    findEvidence(facts, turns).forEach((places, index) => {
      const fact = facts[index]?.name ?? '';
      for (const place of places) {
        found += 1;
        const label = [...open].find((one) => one.fact === fact && agrees(place, one));
        if (label) {
          right += 1;
          open.delete(label);
        } else
          misses.push(
            `${call.name}: ${fact} wrongly at ${place.turn} "${turns[place.turn]?.text.slice(place.start, place.end)}"`,
          );
      }
    });
    for (const { fact, turn, start, end } of open) {
      misses.push(`${call.name}: ${fact} missed at ${turn} "${turns[turn]?.text.slice(start, end)}"`);
    }
  }
  const precision = right / found;
  const recall = right / wanted;
  console.log(
    `${labelledCalls.length} calls, ${wanted} places: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${misses.join('\n')}`,
  );
  expect(labelledCalls.length).toBeGreaterThanOrEqual(60);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});
