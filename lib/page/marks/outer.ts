/** The element around another in what is displayed, through slots and shadow roots. */
export const outer = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
