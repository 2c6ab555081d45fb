import type { CDPSession } from 'playwright-core';

/** The card's button in our closed shadow root, as assistive technology is told of it. */
export async function cardButton(cdp: CDPSession, called = 'Open in side panel'): Promise<number | undefined> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes.find(({ role, name }) => role?.value === 'button' && name?.value === called)?.backendDOMNodeId;
}
