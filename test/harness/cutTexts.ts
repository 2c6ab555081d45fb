import type { Page } from 'playwright-core';

/** What is read as a whole: controls, headings, names of fields. */
const wholes = 'button, a, summary, label, legend, h1, h2, h3, h4, dt, th, [role=tab], [role=status], [role=alert]';

/**
 * Texts of ours that a page cuts off: of controls and headings, whose box or one around it hides what does not fit, and of which a part
 * does not; and those that stand out of the window. What providers and users wrote, in `bdi` or with all of it in a tooltip, may be cut.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    // Methods, because the compiler of the demo names functions by a helper that the page does not have.
    const is = {
      seen(element: Element): boolean {
        const { width, height } = element.getBoundingClientRect();
        // What is there for screen readers alone is a pixel wide.
        return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true });
      },
      cut(element: Element): boolean {
        const { overflowX, overflowY } = getComputedStyle(element);
        const isWide = element.scrollWidth > element.clientWidth + 1;
        const isHigh = element.scrollHeight > element.clientHeight + 2;
        return (isWide && /hidden|clip/.test(overflowX)) || (isHigh && /hidden|clip/.test(overflowY));
      },
      others(element: Element): boolean {
        // Each part of a row stands for itself.
        const isOfParts = getComputedStyle(element).display === 'flex';
        return (
          element.closest('bdi, [dir=auto], [title], code, mark') !== null ||
          (!isOfParts && element.querySelector('bdi') !== null)
        );
      },
    };
    const found = new Set<string>();
    for (const element of document.querySelectorAll(selector)) {
      if (!is.seen(element)) continue;
      for (const each of [element, ...element.querySelectorAll('*')])
        if (is.seen(each) && is.cut(each) && !is.others(each))
          found.add(`cut: ${each.textContent.trim().slice(0, 80)}`);
      const { left, right } = element.getBoundingClientRect();
      const isOutside = left < -1 || right > innerWidth + 1;
      if (isOutside && !element.closest('[tabindex="0"]'))
        found.add(`outside: ${element.textContent.trim().slice(0, 80)}`);
    }
    const pen = document.createElement('canvas').getContext('2d')!;
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      pen.font = font;
      const room = field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
      const isExample = /[/:.]/.test(field.placeholder);
      if (is.seen(field) && !isExample && pen.measureText(field.placeholder).width > room + 1)
        found.add(`cut: ${field.placeholder}`);
    }
    return [...found];
  }, wholes);
