import { openDB } from 'idb';

/**
 * Recordings that only the worker can fetch, handed to the pages through a store both share: never as a message, never with
 * the key. A recording stays only until the page has taken it.
 */
const open = () => openDB('recordings', 1, { upgrade: (db) => void db.createObjectStore('blobs') });

/** Leaves a recording for a page; returns the name to take it by. */
export async function storeRecording(blob: Blob): Promise<string> {
  const db = await open();
  const name = crypto.randomUUID();
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
