import { openDB } from 'idb';
import { browser } from 'wxt/browser';
import type { CallRef } from './call';
import type { RecordingSource } from './messages';
import { refKey } from './refKey';

/**
 * Recordings that only the worker can fetch, handed to the pages through a store both share: never as a message, never with
 * the key. A recording stays only until the page has taken it.
 */
const open = () => openDB('recordings', 1, { upgrade: (db) => void db.createObjectStore('blobs') });

/** Leaves a recording for a page; answers the name to take it by. */
export async function storeRecording(ref: CallRef, blob: Blob): Promise<string> {
  const db = await open();
  const name = refKey(ref);
  await db.put('blobs', blob, name);
  db.close();
  return name;
}

/** Takes a recording out of the store. */
export async function takeRecording(name: string): Promise<Blob | undefined> {
  const db = await open();
  const blob = (await db.get('blobs', name)) as Blob | undefined;
  await db.delete('blobs', name);
  db.close();
  return blob;
}

/** Forgets every recording left behind by pages that closed too early. */
export async function clearRecordings(): Promise<void> {
  const db = await open();
  await db.clear('blobs');
  db.close();
}

/** Opens a recording for the person: its web address in a tab, or bytes only the worker could fetch as a download. */
export async function showRecording(source: RecordingSource): Promise<void> {
  if ('url' in source) {
    await browser.tabs.create({ url: source.url });
    return;
  }
  const blob = await takeRecording(source.stored);
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'recording.wav';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
