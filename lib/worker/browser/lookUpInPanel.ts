import { showInPanel } from '../../browser/sidePanel';
import { idsIn } from '../calls/idsInText';
import { providersReady } from '../described/ready';

/** Looks up the first text that holds an ID; where none does the panel says so. Without any text it stays as it was. */
export async function lookUpInPanel(windowId: number, texts: (string | undefined)[]): Promise<void> {
  await providersReady().catch(() => {});
  const given = texts.filter((text) => text?.trim());
  const text = given.find((each) => each && hasIds(each)) ?? given[0];
  if (text) await showInPanel(windowId, { text });
}

function hasIds(text: string): boolean {
  try {
    return idsIn(text).length > 0;
  } catch {
    return false;
  }
}
