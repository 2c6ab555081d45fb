/** Hands a text to the user as a file, through the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser takes the file up after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
