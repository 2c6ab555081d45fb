import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './findChromium.mjs';

/** Starts the browser that `findChromium` finds, headless and without the extension. Throws one sentence where there is none. */
export async function startChromium(...flags: string[]): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No browser was found: run node test/harness/install.mjs.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: ['--disable-gpu', ...sandbox, ...flags] });
}
