import { mkdirSync, writeFileSync } from 'node:fs';
import { openBrowser, type World } from './browser';
import { hostileTexts } from './hostile';
import { benchPage } from './page';
import type { Measured } from './scanners';

const loads = Number(process.argv[2] ?? 7);
const withIds = benchPage();
const withoutIds = benchPage(20_000, false);
const browser = await openBrowser(
  { ids: withIds.html, none: withoutIds.html, changing: benchPage(2_000).html },
  new URL('scanners.ts', import.meta.url).pathname,
);

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const variants = ['ids floor', 'ids scan', 'ids markJs', 'ids findAndReplace', 'none floor', 'none scan'];
const runs = Object.fromEntries(variants.map((name) => [name, [] as Measured[]]));

for (let load = 0; load < loads; load++) {
  for (let turn = 0; turn < variants.length; turn++) {
    const name = variants[(turn + load) % variants.length]!;
    const [page, scanner] = name.split(' ') as [string, string];
    const world = await browser.load(page);
    runs[name]!.push(await world.run<Measured>(`bench.${scanner}()`));
  }
}

const rows = variants.map((name) => {
  const times = runs[name]!.map(({ ms }) => ms);
  const floor = median(runs[`${name.split(' ')[0]} floor`]!.map(({ ms }) => ms));
  const { found } = runs[name]![0]!;
  const truth = new Set(name.startsWith('ids') ? withIds.ids : []);
  const row = {
    variant: name,
    ms: round(median(times)),
    min: round(Math.min(...times)),
    max: round(Math.max(...times)),
    floors: round(median(times) / floor),
  };
  if (!name.endsWith('scan')) return row;
  return Object.assign(row, {
    'longest slice': round(median(runs[name]!.map(({ longest }) => longest!))),
    missed: [...truth].filter((id) => !found.includes(id)).length,
    wrong: found.filter((id) => !truth.has(id)).length,
  });
});
console.log(`Chromium ${browser.version}, medians of ${loads} fresh loads`);
console.table(rows);

/** 200 times 50 rows get another text, as a list does that is kept up to date; CPU time of the page's main thread. */
const bursts = `(async () => {
  const rows = document.querySelectorAll('.row');
  for (let burst = 0; burst < 200; burst++) {
    for (let index = 0; index < 50; index++) {
      const row = rows[(burst * 50 + index) % rows.length];
      row.querySelector('.who').textContent = 'Changed ' + burst;
      row.querySelector('.note').textContent = 'asked about the invoice ' + (10000 + burst) + ' and wants a new date';
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
})()`;
const burstRuns = { without: [] as number[], with: [] as number[] };
for (let load = 0; load < loads; load++) {
  for (const kind of load % 2 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
    burstRuns[kind].push(await runBursts(await browser.load('changing'), kind === 'with'));
  }
}
const burst = { without: round(median(burstRuns.without)), with: round(median(burstRuns.with)) };
console.log('200 bursts of 50 changed rows, CPU ms:', burst, 'ratio', round(burst.with / burst.without));

async function runBursts(world: World, watched: boolean): Promise<number> {
  if (watched) await world.run('bench.watch()');
  const before = await world.busy();
  await world.runInPage(bursts);
  return (await world.busy()) - before;
}

const world = await browser.load('none');
const hostile: { text: string; 'text ms/MiB': number; 'page ms/MiB': number }[] = [];
for (const [name, source] of Object.entries(hostileTexts)) {
  const read = () => world.run<{ text: number; page: number }>(`bench.read((${source}).slice(0, 1 << 20))`);
  const times = [await read(), await read(), await read()];
  hostile.push({
    text: name,
    'text ms/MiB': round(median(times.map(({ text }) => text))),
    'page ms/MiB': round(median(times.map(({ page }) => page))),
  });
}
console.table(hostile);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

mkdirSync('test/.results', { recursive: true });
writeFileSync(
  'test/.results/bench.json',
  `${JSON.stringify({ chromium: browser.version, loads, scan: rows, bursts: burst, hostile }, null, 2)}\n`,
);
await browser.close();
