import type { Page } from 'playwright-core';

/** What is read as a whole: controls, headings, names of fields. */
const wholes = 'button, a, summary, label, legend, h1, h2, h3, h4, dt, th, [role=tab], [role=status], [role=alert]';

/**
 * Texts of ours that a page cuts off: of controls and headings, whose box or one around it hides what does not fit, and of which a part
 * does not; and those that stand out of the window. What providers and users wrote, in `bdi` or with all of it in a tooltip, may be cut.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    const hides = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return [overflowX, overflowY].some((each) => each === 'hidden' || each === 'clip');
    };
    const isCut = (element: Element) =>
      hides(element) &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2);
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      // What is there for screen readers alone is a pixel wide.
      return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true });
    };
    const isOthers = (element: Element) => element.closest('bdi, [dir=auto], [title], code, mark') !== null;
    const found: string[] = [];
    for (const element of document.querySelectorAll(selector)) {
      if (!isSeen(element)) continue;
      const text = element.textContent.trim();
      for (const each of [element, ...element.querySelectorAll('*')])
        if (isSeen(each) && isCut(each) && !isOthers(each) && !each.querySelector('bdi'))
          found.push(`cut: ${each.textContent.trim().slice(0, 80)}`);
      const { left, right } = element.getBoundingClientRect();
      const scrolls = element.closest('[tabindex="0"], [class*=scroll]');
      if (!scrolls && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${text.slice(0, 80)}`);
    }
    return [...new Set(found)];
  }, wholes);
