import { mkdirSync, writeFileSync } from 'node:fs';
import { markRules } from '../../lib/page/marks/markStyle';
import { openBrowser } from './browser';
import type { Painted } from './marker';
import { benchPage } from './page';

const loads = Number(process.argv[2] ?? 7);
const whole = benchPage();
/** With the rules of the marks from the beginning, as the browser adds them for a content script. */
function styled(html: string): string {
  return html.replace('<body>', `<style>${markRules(':root')}</style><body>`);
}
const browser = await openBrowser(
  { whole: styled(whole.html), changing: benchPage(2_000).html, watched: styled(benchPage(2_000).html) },
  new URL('marker.ts', import.meta.url).pathname,
);

const round = (value: number) => Math.round(value * 100) / 100;
const median = (values: number[]) => round(values.toSorted((a, b) => a - b)[values.length >> 1]!);
const turns = <T>(load: number, list: T[]) => (load % 2 ? list.toReversed() : list);

const kinds = ['nothing', 'paintOne', 'paintNear', 'paint', 'wrap'] as const;
const painted = new Map(kinds.map((kind) => [kind, [] as (Painted & { cpu: number })[]]));
let places = 0;
for (let load = 0; load < loads; load++)
  for (const kind of turns(load, [...kinds])) {
    const world = await browser.load('whole');
    places = await world.run<number>(`bench.prepare(${JSON.stringify(whole.ids)})`);
    const before = await world.busy();
    const times = await world.run<Painted>(`bench.${kind}()`);
    painted.get(kind)!.push({ ...times, cpu: (await world.busy()) - before });
  }
const cpuOf = (kind: (typeof kinds)[number]) => median(painted.get(kind)!.map((run) => run.cpu));
const painting = kinds.map((kind) => ({
  kind,
  places,
  'script ms': median(painted.get(kind)!.map(({ script }) => script)),
  'layout ms': median(painted.get(kind)!.map(({ layout }) => layout)),
  'CPU ms until drawn': cpuOf(kind),
  '÷ wrapping, less nothing': round((cpuOf(kind) - cpuOf('nothing')) / (cpuOf('wrap') - cpuOf('nothing'))),
}));
console.log(`Chromium ${browser.version}, medians of ${loads} fresh loads`);
console.table(painting);

/** 200 times 50 rows get another text, every fifth a call ID; CPU time of the page's main thread. */
const bursts = `(async () => {
  const rows = document.querySelectorAll('.row');
  for (let burst = 0; burst < 200; burst++) {
    for (let index = 0; index < 50; index++) {
      const row = rows[(burst * 50 + index) % rows.length];
      row.querySelector('.who').textContent = 'Changed ' + burst;
      row.querySelector('.note').textContent = 'asked about the invoice ' + (index % 5 ? '' : 'call ID ') + (10000 + burst) + ' and wants a new date';
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
})()`;
type Kind = 'without' | 'with';
const cpu: Record<Kind, { bursts: number[]; idle: number[] }> = {
  without: { bursts: [], idle: [] },
  with: { bursts: [], idle: [] },
};
for (let load = 0; load < loads; load++)
  for (const kind of turns(load, ['without', 'with'] as Kind[])) {
    const world = await browser.load(kind === 'with' ? 'watched' : 'changing');
    if (kind === 'with') await world.run('bench.watch()');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const start = await world.busy();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const rested = await world.busy();
    await world.runInPage(bursts);
    await new Promise((resolve) => setTimeout(resolve, 300));
    cpu[kind].idle.push(rested - start);
    cpu[kind].bursts.push((await world.busy()) - rested);
  }
const keeping = {
  without: median(cpu.without.bursts),
  with: median(cpu.with.bursts),
  ratio: round(median(cpu.with.bursts) / median(cpu.without.bursts)),
};
const idle = { without: median(cpu.without.idle), with: median(cpu.with.idle) };
console.log('200 bursts of 50 changed rows, all of the watcher, CPU ms:', keeping);
console.log('2 s at rest, CPU ms:', idle);

mkdirSync('test/.results', { recursive: true });
writeFileSync(
  'test/.results/marks.json',
  `${JSON.stringify({ chromium: browser.version, loads, painting, keeping, idle }, null, 2)}\n`,
);
await browser.close();
