import { buildForE2e } from '../test/harness/buildForE2e';
import { startCrm } from '../test/harness/crm';
import { launchExtension } from '../test/harness/extension';
import { connectByForm, enableSite } from '../test/harness/steps';
import { pictures } from './pictures';
import { startReplica } from '../test/harness/replica';
import { tour } from './tour';

const unknown = process.argv.slice(2).find((each) => !/^--(headless|pictures(=.*)?)$/.test(each));
if (unknown !== undefined) {
  console.error(
    `“${unknown}” is unknown. After “npm start --” may stand --headless, --pictures or --pictures=<scene>.`,
  );
  process.exit(1);
}

/** `--pictures`, or `--pictures=playing` for the scenes whose name matches that. */
const wanted = process.argv.find((each) => /^--pictures\b/.test(each))?.slice('--pictures='.length);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || wanted !== undefined || !hasDisplay;

const interrupt = new AbortController();
/** What was started, the newest last. */
const started: (() => Promise<void>)[] = [];

let ending = false;

/** Ends everything that was started, once: closing the browser is itself an event that ends the program. */
async function end(code: number): Promise<never> {
  if (ending) return await new Promise<never>(() => {});
  ending = true;
  for (const close of started.splice(0).reverse()) await close().catch(() => {});
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    interrupt.abort();
    void end(0);
  });
}

/** Runs one step; when it fails, says which and why in one sentence and ends. */
async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (interrupt.signal.aborted) return await new Promise<never>(() => {}); // `end` is at work
    console.error(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    return await end(1);
  }
}

console.log('Building the extension …');
await step('Building the extension', () => buildForE2e(interrupt.signal));

const replica = await step('Starting the replicas', () => startReplica());
started.push(() => replica.close());
const crm = await step('Starting the demo CRM', startCrm);
started.push(() => crm.close());

const extension = await step('Starting the browser', () => launchExtension({ headless }));
started.push(() => extension.close());

const options = await step('Opening the settings', () => extension.options());
await step('Connecting the extension to the replicas', () => connectByForm(options, replica));

await step('Enabling the demo CRM', () => enableSite(options, crm.url));

const page = await step('Opening the demo CRM', async () => {
  const tab = await extension.context.newPage();
  await tab.goto(crm.url);
  return tab;
});

if (wanted !== undefined) {
  await step('Taking pictures', () => pictures({ extension, replica, crm: page }, wanted));
  console.log('The sheets are in demo/screenshots/parts.');
  await end(0);
}
if (headless) {
  await step('The tour', () => tour(extension, options, page));
  console.log('Pictures of every screen are in demo/screenshots.');
  await end(0);
}

console.log(`The demo CRM is open at ${crm.url}; close the browser or press Ctrl-C to end.`);
extension.context.once('close', () => void end(0));
