import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { languages } from '../lib/language/languages';
import { cutTexts } from '../test/harness/cutTexts';
import { screens } from '../test/harness/screens';
import { serveOddCalls, type Stage } from '../test/harness/stage';
import { chooseLanguage } from '../test/harness/steps';
import { sayIn } from '../test/harness/texts';

const folder = fileURLToPath(new URL('screenshots/languages', import.meta.url));

/** CSS pixels: panel, popup, a page of its own. */
const widths = [360, 380, 1100];

/**
 * Photographs every screen in each language at each width: `demo/screenshots/languages/<language>/<screen>-<width>.png`. Prints a line a
 * screen on which a text is cut, and throws where there is one.
 * @param spoken the only language, or an empty text for all
 */
export async function languagePictures(stage: Stage, options: Page, spoken: string): Promise<void> {
  serveOddCalls(stage.replica);
  const cut: string[] = [];
  for (const language of languages.filter((each) => !spoken || each === spoken)) {
    await chooseLanguage(options, language);
    await mkdir(`${folder}/${language}`, { recursive: true });
    for (const { name, set } of screens) {
      const page = await set(stage, sayIn(language));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const found = await cutTexts(page);
        cut.push(...found.map((each) => `${language} ${name} ${width}: ${each}`));
        await page.screenshot({
          path: `${folder}/${language}/${name}-${width}.png`,
          fullPage: true,
          animations: 'disabled',
        });
      }
      await page.close();
    }
    console.log(`${language}: ${screens.length} screens`);
  }
  await chooseLanguage(options, null);
  if (cut.length > 0) throw new Error(`texts are cut:\n${cut.join('\n')}`);
}
