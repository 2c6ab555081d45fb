import { width as chartWidth } from './drawing';

/** A picture that stands for itself: no style sheet, no font of ours. */
export interface Svg {
  text: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 16;
const gap = 24;
const titleHeight = 32;
const captionHeight = 20;
const looks = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'opacity', 'font-size', 'font-weight'] as const;

function make(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** A copy that looks as the original does on screen, wherever it is shown. */
function copyOf(chart: SVGSVGElement): SVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = chart.querySelectorAll('*');
  for (const [index, element] of copy.querySelectorAll('*').entries()) {
    const style = getComputedStyle(originals[index] as Element);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    for (const name of ['class', 'role', 'tabindex', 'aria-label', 'aria-pressed']) element.removeAttribute(name);
  }
  for (const area of copy.querySelectorAll('[data-area]')) area.remove();
  const group = make('g', {});
  group.append(...copy.childNodes);
  return group;
}

/** The charts below an element as one picture in two columns, in the colors they have on screen, with a title above them. */
export function pictureSvg(charts: HTMLElement, title: string): Svg {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const { fontFamily } = getComputedStyle(charts);
  const columns = [0, 1].map((index) => ({ x: margin + index * (chartWidth + gap), y: margin + titleHeight }));
  const width = 2 * margin + 2 * chartWidth + gap;
  const drawn: SVGElement[] = [];
  for (const figure of charts.querySelectorAll('figure')) {
    const svg = figure.querySelector('svg');
    const caption = figure.querySelector('figcaption');
    // Each goes where there is most room.
    const column = columns.toSorted((a, b) => a.y - b.y)[0];
    if (!svg || !caption || !column) continue;
    const [name, ...notes] = [...caption.children].map((each) => each.textContent);
    const place = make('g', { transform: `translate(${column.x} ${column.y})` });
    const line = make('text', { y: 12, fill: color, 'font-size': 12 });
    line.append(
      make('tspan', { 'font-weight': 650 }, name),
      make('tspan', { dx: 8, 'fill-opacity': 0.75 }, notes.join(' · ')),
    );
    const copy = copyOf(svg);
    copy.setAttribute('transform', `translate(0 ${captionHeight})`);
    place.append(line, copy);
    drawn.push(place);
    column.y += captionHeight + svg.viewBox.baseVal.height + gap;
  }
  const height = Math.ceil(Math.max(...columns.map(({ y }) => y)) - gap + margin);
  const root = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontFamily });
  root.setAttribute('xmlns', namespace);
  root.append(
    make('rect', { width, height, fill: backgroundColor }),
    make('text', { x: margin, y: margin + 14, fill: color, 'font-size': 15, 'font-weight': 650 }, title),
    ...drawn,
  );
  return { text: new XMLSerializer().serializeToString(root), width, height };
}
