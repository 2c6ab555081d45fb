import { type Browser, browser } from 'wxt/browser';

/**
 * The origin that decides whether a frame may be read. A sandboxed frame and a `data:` page have none of their own: where they came from
 * somewhere it is that address, else the nearest page around that has one, which put them there. Empty where nobody can tell.
 */
export async function siteOf({ tab, frameId, origin = '', url = '' }: Browser.runtime.MessageSender): Promise<string> {
  if (origin !== 'null') return origin;
  const own = URL.parse(url)?.origin ?? 'null';
  if (own !== 'null') return own;
  if (tab?.id === undefined || !frameId) return '';
  const target = { tabId: tab.id, frameIds: [frameId] };
  const [around] = await browser.scripting.executeScript({ target, func: originsAround }).catch(() => []);
  return around?.result?.find((each) => each !== 'null') ?? '';
}

/** Runs in the frame: nothing from outside its body is there. From the inside; Firefox before 140 does not tell. */
function originsAround(): string[] {
  return [...(location.ancestorOrigins ?? [])];
}
