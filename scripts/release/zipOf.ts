import JSZip from 'jszip';

/** The first moment that a ZIP file can state. */
const date = new Date(Date.UTC(1980, 0, 1));

/**
 * The files as a ZIP archive of the same bytes wherever and whenever it is made: sorted, of one time, with no owner.
 * The compression is JavaScript's own, because that of Node differs from version to version.
 */
export async function zipOf(files: Map<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const path of [...files.keys()].sort())
    zip.file(path, files.get(path)!, { date, createFolders: false, unixPermissions: 0o644 });
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'UNIX',
  });
}
