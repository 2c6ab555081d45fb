import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../harness/buildForE2e';
import { firefoxId } from '../../lib/browser/firefoxId';
import { findFirefox } from '../harness/findFirefox';
import { whyNoPolicies, withFolderAt } from '../harness/policies';
import { type Replica, startReplica } from '../harness/replica';
import { startSpeaker } from './helpers/speaker';

const firefox = findFirefox();
/** Beside the program. */
const place = firefox && join(dirname(realpathSync(firefox)), 'distribution');
const why = place ? whyNoPolicies(place) : 'Firefox is not installed';
if (why) console.log(`Skipped policies in Firefox: ${why}.`);

const call = 'call_x9y3zp4mq7r1';

describe.skipIf(why)('a policy in Firefox', () => {
  let replica: Replica;
  let speaker: Awaited<ReturnType<typeof startSpeaker>>;
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    replica = await startReplica();
    speaker = await startSpeaker(() => '');
    await build(['-b', 'firefox', '--mode', 'e2e']);
    folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
    const [source, distribution] = [join(folder, 'source'), join(folder, 'distribution')];
    await cp('.output/firefox-mv3-e2e', source, { recursive: true });
    await speaker.addTo(source);
    const pack = ['node_modules/web-ext/bin/web-ext.js', 'build', '--source-dir', source, '--artifacts-dir', folder];
    await promisify(execFile)(process.execPath, [...pack, '--filename', 'packed.zip']);
    await rename(join(folder, 'packed.zip'), join(folder, 'packed.xpi'));
    const policies = {
      ExtensionSettings: {
        [firefoxId]: { installation_mode: 'force_installed', install_url: `file://${join(folder, 'packed.xpi')}` },
      },
      '3rdparty': {
        Extensions: {
          [firefoxId]: {
            connections: [
              { id: 'sales', provider: 'dialnexa', label: 'Sales line', ...replica.of('dialnexa') },
              { id: 'typo', provider: 7 },
            ],
            hidePersonalData: 'yes',
            locked: ['connections'],
            forbidden: ['export'],
            unheardOf: true,
          },
        },
      },
    };
    await mkdir(distribution);
    await writeFile(join(distribution, 'policies.json'), JSON.stringify({ policies }));
    const executablePath = join(folder, 'firefox');
    await withFolderAt(place!, distribution, firefox!, executablePath);
    // Mozilla signs what is published; Debian's Firefox can be told to do without.
    const extraPrefsFirefox = { 'xpinstall.signatures.required': false };
    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });
  });
  afterAll(async () => {
    await browser?.close();
    await replica.close();
    speaker.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('installs the extension by force, and connects it', async () => {
    const found = await speaker.tell('lookUp', { id: call, request: 'r' });
    expect(found).toMatchObject({ ok: { found: { call: { ref: { id: call, connection: 'policy:sales' } } } } });
  });

  it('is kept by the worker', async () => {
    const forbidden = { failure: { code: 'forbidden' } };
    expect(await speaker.tell('exportSettings')).toEqual(forbidden);
    expect(await speaker.tell('addSamples')).toEqual(forbidden);
    expect(await speaker.tell('removeConnection', { connection: 'policy:sales' })).toEqual(forbidden);
  });

  it('says in words what of it is wrong, which costs only itself', async () => {
    const { ok } = (await speaker.tell('stored')) as { ok: { policy: object } };
    expect(ok.policy).toMatchObject({
      connections: [{ id: 'policy:sales', managed: { key: 'byPolicy' } }],
      hidePersonalData: false,
      problems: expect.arrayContaining([
        '/connections/1/provider: This must be a text.',
        '/hidePersonalData: This must be true or false.',
        'The whole file: These members are not known: unheardOf.',
      ]) as unknown,
    });
    expect(JSON.stringify(ok)).not.toContain(replica.of('dialnexa').key);
  });
});
