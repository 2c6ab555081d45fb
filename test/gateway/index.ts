import { findNginx } from '../harness/findNginx';
import { type Load, runLoad } from './load';

const full: Load = { clients: 50, lookUps: 2000, calls: 300, live: 10, liveReplies: 5 };

if (!findNginx())
  throw new Error('There is no nginx with its JavaScript module: run node test/harness/install.mjs --all.');

let held = true;
for (const edges of [undefined, 2]) {
  const { calls, live, liveReplies } = full;
  const result = await runLoad({ ...full, edges });
  const over = result.cached.gateway - result.cached.bare;
  const lines: [goal: string, found: string, isHeld: boolean][] = [
    [
      `Requests at the vendor: at most ${calls} and those of calls in progress`,
      `${result.vendorRequests}, ${result.inProgress} of calls in progress`,
      result.vendorRequests <= calls + live * liveReplies,
    ],
    ['Refused by the vendor, strict at its own number: none', `${result.refused}`, result.refused === 0],
    [
      `The most requests within a minute: at most 80 % of ${result.limit}`,
      `${result.most}`,
      result.most <= result.limit * 0.8,
    ],
    [
      `Look-ups lost${edges ? ', one edge ended half-way' : ''}: none`,
      `${result.lost} of ${full.lookUps}`,
      result.lost === 0,
    ],
    [
      'A kept call, 95th percentile: at most 10 ms over the bare upstream',
      `${result.cached.gateway.toFixed(1)} ms, bare ${result.cached.bare.toFixed(1)} ms`,
      over <= 10,
    ],
    ['Time for all of them', `${result.seconds.toFixed(0)} s; told to come again ${result.toldToWait} times`, true],
  ];
  console.log(edges ? `\nTwo edges behind a balancer, one core` : 'One nginx');
  for (const [goal, found, isHeld] of lines) console.log(`${isHeld ? 'held  ' : 'BROKEN'} | ${goal} | ${found}`);
  held &&= lines.every(([, , isHeld]) => isHeld);
}
if (!held) process.exitCode = 1;
