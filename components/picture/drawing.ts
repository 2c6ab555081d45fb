import type { CountedChart } from '../../lib/call/picture/countCalls';
import type { PartButton } from './ChartPart';

/** How wide every chart is drawn, in its own units: about CSS pixels. */
export const width = 280;

/** What a kind of chart is given to draw. */
export interface ChartProps {
  chart: CountedChart;
  /** What makes the part at a place a button. */
  buttonOf(index: number): PartButton;
}

/** As much of a text as fits about so many units at the size of labels. */
export function fit(text: string, units: number): string {
  const most = Math.floor(units / 5.6);
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
