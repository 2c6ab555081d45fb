/** Hands a text, or bytes, to the user as a file, through the browser's own download. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(
    typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content,
  );
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser takes the file up after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
