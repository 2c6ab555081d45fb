/** Cells and lines of HTML as text; links and tags of other languages stay. */
export const withoutHtml = (text: string) =>
  text
    .replace(/<\/t[dh]>\s{0,40}(?=<t[dh]\b)/gi, '\t')
    .replace(/<\/?(?:table|tr|p|li|div|br|ul|ol|h\d)(?:\s[^<>]{0,300})?\/?>/gi, '\n')
    .replace(/<\/?(?:thead|tbody|t[dh]|b|i|u|em|strong|span|code|pre|font)(?:\s[^<>]{0,300})?>/gi, '');

const bullet = /^\s*(?:>\s*)*(?:#{1,6}\s+)?(?:[-*+•‣◦▪·–—]\s+)?(?:\[[ xX]\]\s+)?(?:(?:\(\d\)|\d{1,3}[.):])\s+)?(?=\S)/;
const emphasis = /(?<![\w*_~`])(\*{1,3}|_{1,3}|~~|`{1,3})(?=[^\s*~`])([^*~`\n]{1,300}?)\1(?![\w*_~`])/g;
const wholeLink = /^!?\[([^\]]{0,300})\]\(<?(https?:\/\/[^\s)>]{1,4000})>?(?:\s+"[^"]{0,300}")?\)[.,;]?$/;

/** A line without Markdown: bullets, numbers of a list, quotes, emphasis, code, links. */
export const withoutMarkdown = (line: string) =>
  line
    .replace(/^\s*(?:```|~~~)\w*\s*$/, '')
    .replace(bullet, '')
    .replace(emphasis, '$2')
    .replace(wholeLink, (_, text: string, address: string) =>
      address.includes(text) ? address : `${text}\n${address}`,
    );
