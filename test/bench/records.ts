import { mkdir, writeFile } from 'node:fs/promises';
import { buildForE2e } from '../harness/buildForE2e';
import { launchExtension } from '../harness/extension';
import { goThroughRecords, recordsPage, told } from '../harness/records';
import { startReplica } from '../harness/replica';
import { connectByMessage } from '../harness/steps';
import { serveSite } from '../e2e/helpers/site';
import { tell } from '../e2e/helpers/tell';
import { anyCall } from '../trust/anyCall';

const minutes = 5;

/** Five minutes of a user who opens a record a second: how long an ID is on screen without its mark. Prints its table, writes `test/.results`. */
export async function records(): Promise<void> {
  await buildForE2e();
  const replica = await startReplica();
  for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
  const site = await serveSite(() => recordsPage);
  const extension = await launchExtension();
  try {
    const options = await extension.options();
    await connectByMessage(options, replica);
    await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
    await options.close();
    const page = await extension.context.newPage();
    await page.goto(site.address);
    await page.waitForTimeout(500);
    replica.requests.length = 0;
    const waits = await goThroughRecords(page, minutes * 60);
    const measured = { ids: waits.length, ...told(waits), requests: replica.requests.length };
    console.log(`${minutes} minutes, a record with 5 IDs a second; milliseconds from an ID on screen to its mark:`);
    console.table([measured]);
    await mkdir('test/.results', { recursive: true });
    await writeFile('test/.results/records.json', `${JSON.stringify(measured, null, 2)}\n`);
  } finally {
    await extension.close();
    await replica.close();
    site.close();
  }
}
