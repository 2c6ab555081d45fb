import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startReplica } from '../../demo/replica';
import { openBrowser } from './browser';

const programs = ['Xvfb', 'openbox', 'xdotool'];
const missing = programs.filter((name) => spawnSync('which', [name]).status !== 0);
if (missing.length > 0) console.log(`Skipped the native context menu: ${missing.join(', ')} not installed.`);

const display = ':97';
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A desktop that nobody sees. */
async function startDesktop() {
  const server = spawn('Xvfb', [display, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
  await pause(1000);
  const windows = spawn('openbox', { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
  await pause(1000);
  const before = process.env['DISPLAY'];
  process.env['DISPLAY'] = display;
  return () => {
    process.env['DISPLAY'] = before;
    windows.kill();
    server.kill();
  };
}

it.skipIf(missing.length > 0)(
  '“Open call log” in the context menu looks up the selection in the side panel',
  async () => {
    const stopDesktop = await startDesktop();
    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<p style="font-size: 40px">Call ID <span>50958</span></p>');
    }).listen(0, '127.0.0.1');
    const replica = await startReplica();
    const browser = await openBrowser({ replica, headless: false });
    try {
      const page = await browser.context.newPage();
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      await page.dblclick('span');
      // Does not settle while the menu is open.
      void page.click('span', { button: 'right', timeout: 3000 }).catch(() => {});
      await pause(1500);
      // From the end: the browser's "Inspect", then the extension's entry.
      for (const key of ['Up', 'Up', 'Return']) {
        execFileSync('xdotool', ['key', key]);
        await pause(300);
      }
      const panel = await browser.sidePanel();
      await panel.getByRole('article', { name: 'Call 50958' }).waitFor();
      expect(browser.problems).toEqual([]);
    } finally {
      await browser.close();
      await replica.close();
      site.close();
      stopDesktop();
    }
  },
);
