import { locks } from 'node:worker_threads';
import { configure } from '@testing-library/dom';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messagesOf } from './harness/texts';

// A script that is loaded when it is shown may take longer than a second on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const messages = messagesOf('en');

// The fake browser has no i18n: serve the real English messages, as Chromium does.
function getMessage(name: string, substitutions?: string | string[]): string {
  const values = [substitutions ?? []].flat();
  return (messages[name] ?? '').replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
}

// The browser’s locks are Node’s too, but happy-dom’s navigator has none.
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks });

/** The origin private file system, in memory: Node and happy-dom have none. */
function fileSystem() {
  const folders = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const absent = () => new DOMException('There is no such file.', 'NotFoundError');
  const folder = (files: Map<string, Uint8Array<ArrayBuffer>>) => ({
    keys: async function* () {
      yield* files.keys();
    },
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name) && !create) throw absent();
      if (!files.has(name)) files.set(name, new Uint8Array());
      const write = async (bytes: Uint8Array<ArrayBuffer>) => void files.set(name, bytes);
      return {
        getFile: async () => new Blob([files.get(name)!]),
        createWritable: async () => ({ write, close: async () => {} }),
      };
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw absent();
    },
  });
  return {
    async getDirectoryHandle(name: string) {
      if (!folders.has(name)) folders.set(name, new Map());
      return folder(folders.get(name)!);
    },
    async removeEntry(name: string) {
      if (!folders.delete(name)) throw absent();
    },
  };
}

beforeEach(() => {
  const files = fileSystem();
  Object.defineProperty(navigator, 'storage', { value: { getDirectory: async () => files }, configurable: true });
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en' });
});
