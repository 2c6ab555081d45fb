import type { IconNode } from 'lucide';

const paths = new WeakMap<IconNode, string>();

/** An icon as the one path (SVG path data) that draws all its shapes: a popup shows forty icons, and each element takes it time. */
export function iconPath(icon: IconNode): string {
  const known = paths.get(icon);
  if (known !== undefined) return known;
  const path = icon.map(([tag, attributes]) => shapes[tag as keyof typeof shapes](attributes)).join('');
  paths.set(icon, path);
  return path;
}

type Attributes = IconNode[number][1];
const number = (value: Attributes[string], otherwise = 0) => Number(value ?? otherwise);

/** The shapes that lucide draws our icons with. */
const shapes = {
  // A path may begin with a relative move: from the origin, also when another path precedes it here.
  path: ({ d }: Attributes) => `M0 0${d}`,
  line: ({ x1, y1, x2, y2 }: Attributes) => `M${x1} ${y1}L${x2} ${y2}`,
  circle({ cx, cy, r, fill }: Attributes) {
    const half = (across: number) => `a${r} ${r} 0 1 0 ${across} 0`;
    // What lucide fills are dots, narrower than the line: its round end fills them.
    const dot = fill ? `M${cx} ${cy}h0` : '';
    return `M${number(cx) - number(r)} ${cy}${half(2 * number(r))}${half(-2 * number(r))}z${dot}`;
  },
  rect({ x, y, width, height, rx, ry }: Attributes) {
    const [round, high] = [number(rx), number(ry, number(rx))];
    const [across, down] = [number(width) - 2 * round, number(height) - 2 * high];
    const corner = (right: number, below: number) => `a${round} ${high} 0 0 1 ${right * round} ${below * high}`;
    return [
      `M${number(x) + round} ${number(y)}`,
      `h${across}${corner(1, 1)}v${down}${corner(-1, 1)}`,
      `h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}z`,
    ].join('');
  },
};
