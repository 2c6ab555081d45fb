import { findNginx } from '../harness/findNginx.mjs';
import { type Load, measureKept, runLoad } from './load';

const full: Load = { clients: 50, lookUps: 2000, calls: 300, live: 10, liveReplies: 5 };

if (!findNginx())
  throw new Error('There is no nginx with its JavaScript module: run node test/harness/install.mjs --all.');

const print = (line: string) => process.stdout.write(`${line}\n`);
const ms = (time: number) => `${time.toFixed(1)} ms`;

/** One row of the table. Without a condition it is only told. */
function row(goal: string, found: string, isHeld = true) {
  print(`| ${isHeld ? 'held' : 'BROKEN'} | ${goal} | ${found} |`);
  if (!isHeld) process.exitCode = 1;
}

for (const edges of [undefined, 2]) {
  print(`\n${edges ? 'Two edges behind a balancer, one core' : 'One nginx'}\n`);
  const { bare, gateway } = await measureKept(full.clients, edges);
  row(
    'A kept call, 95th percentile: at most 10 ms over the bare upstream',
    `${ms(gateway.p95)}, bare ${ms(bare.p95)}; medians ${ms(gateway.median)} and ${ms(bare.median)}`,
    gateway.p95 - bare.p95 <= 10,
  );
  // `npm run gateway kept` stops here: the rest takes minutes, for the vendor's limit is a minute's.
  if (process.argv.includes('kept')) continue;
  const { calls, lookUps } = full;
  const result = await runLoad({ ...full, edges });
  row(
    `Requests at the vendor: at most ${calls}, and those that showed a call in progress`,
    `${result.vendorRequests}, ${result.inProgress} of them in progress`,
    result.vendorRequests <= calls + result.inProgress,
  );
  row('Refused by a vendor that is strict at its own number: none', `${result.refused}`, result.refused === 0);
  row(
    // By the vendor's clock: one that left a minute after another may arrive a little closer.
    `The most requests within any minute: 80 % of ${result.limit}, and one that the way there shifts`,
    `${result.most}`,
    result.most <= result.limit * 0.8 + 1,
  );
  row(
    `Look-ups lost${edges ? ', one edge ended half-way' : ''}: none`,
    `${result.lost} of ${lookUps}`,
    result.lost === 0,
  );
  row('Time for all of them', `${result.seconds.toFixed(0)} s, ${result.toldToWait} times told to come again`);
}
