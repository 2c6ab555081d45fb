/** What the file system throws of a name that is not there; anything else is thrown on. */
const absent = (error: unknown) => {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
};

/**
 * Random bytes, each in a file of its own in a folder of the origin private file system. A database keeps deleted values in its log; a
 * deleted file is unlinked from the profile, in Chromium and in Firefox. So deleting the file is what erases whatever was sealed with it.
 */
export function secretFiles(folderName: string) {
  const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

  return {
    /** Writes 32 random bytes to a new file; the name to read and delete them by. */
    async write(): Promise<{ file: string; bytes: Uint8Array<ArrayBuffer> }> {
      const file = crypto.randomUUID();
      const bytes = crypto.getRandomValues(new Uint8Array(32));
      const writable = await (await (await folder()).getFileHandle(file, { create: true })).createWritable();
      await writable.write(bytes);
      await writable.close();
      return { file, bytes };
    },

    /** The bytes of a file; `undefined` when it was deleted. */
    async read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
      const handle = await (await folder()).getFileHandle(file).catch(absent);
      return handle && new Uint8Array(await (await handle.getFile()).arrayBuffer());
    },

    /** Deletes a file. */
    async delete(file: string): Promise<void> {
      await (await folder()).removeEntry(file).catch(absent);
    },

    /** Deletes every file that is not among these, and what a write left that was cut off. */
    async keep(files: Set<string>): Promise<void> {
      const all = await folder();
      const others = [];
      for await (const name of all.keys()) if (!files.has(name)) others.push(name);
      await Promise.all(others.map((name) => all.removeEntry(name).catch(absent)));
    },

    /** Deletes all files. */
    async clear(): Promise<void> {
      await (await navigator.storage.getDirectory()).removeEntry(folderName, { recursive: true }).catch(absent);
    },
  };
}
