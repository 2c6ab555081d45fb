const most = 20;

/** Phone numbers that a page marks as such: links and fields. At most 20. */
export function pagePhones(roots: Iterable<Document | ShadowRoot>): string[] {
  const phones = new Set<string>();
  const add = (text: string) => {
    if (/^[+\d\s().-]{7,24}$/.test(text)) phones.add(text.trim());
  };
  for (const root of roots) {
    for (const { href } of root.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]'))
      add(href.slice(4).replaceAll('%20', ' ').replaceAll('%2B', '+'));
    for (const { value } of root.querySelectorAll<HTMLInputElement>('input[type="tel"]')) add(value);
  }
  return [...phones].slice(0, most);
}
