import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Messages = { [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}_`),
  );
}

const messages = new Map(flatten(parse(readFileSync('locales/en.yml', 'utf8')) as Messages));

// The fake browser has no i18n: serve the real English messages, as Chromium does.
function getMessage(name: string, substitutions?: string | string[]): string {
  const values = [substitutions ?? []].flat();
  return (messages.get(name) ?? '').replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en' });
});
