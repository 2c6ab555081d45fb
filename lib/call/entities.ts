const entity = /&(?:amp|lt|gt|quot|apos|#3[49]|nbsp);/gi;
const characters: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** A text with the characters that HTML's most common entities stand for, a plain space for the no-break one. */
export const plainEntities = (text: string): string =>
  text.replace(entity, (name) => characters[name.toLowerCase()] ?? name);
