import { count } from '../../bin/numbers.ts';

/** A line through points; `weight` from 0 (pale) to 1 tells the lines of one kind apart. */
export type Line = Readonly<{
  name: string;
  points: readonly (readonly [x: number, y: number])[];
  weight: number;
}>;
/** A value and its interval; all null while nothing is known. */
export type Spread = Readonly<{
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
}>;

type Axes = Readonly<{
  x: readonly [number, number];
  y: readonly [number, number];
  xTicks: readonly number[];
  yTicks: readonly number[];
}>;
type Labels = Readonly<{ x: (value: number) => string; y: (value: number) => string }>;

const size = { width: 720, height: 300, left: 56, right: 100, top: 12, bottom: 40 } as const;

const scaled = ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) => {
  return (value: number): number =>
    Math.round(10 * (start + ((value - from) / (to - from || 1)) * (end - start))) / 10;
};

const place = ({ x, y }: Pick<Axes, 'x' | 'y'>) => ({
  x: scaled(x, [size.left, size.width - size.right]),
  y: scaled(y, [size.height - size.bottom, size.top]),
});

/**
 * Lines over a number of days; each has its name as a tooltip, so no label crosses another line.
 */
export function lineChart(
  title: string,
  lines: readonly Line[],
  axes: Axes,
  labels: Labels,
): string {
  const at = place(axes);
  const drawn = lines.map(({ name, points, weight }) => {
    const path = points
      .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at.x(x)} ${at.y(y)}`)
      .join('');
    return (
      `<path class="line" style="opacity:${(0.25 + 0.75 * weight).toFixed(2)}" ` +
      `d="${path}"><title>${escaped(name)}</title></path>`
    );
  });
  return svg(title, [frame(axes, labels), ...drawn]);
}

/** A dot with its interval for each name, beside a line at `holds`. */
export function spreadChart(
  title: string,
  spreads: readonly Spread[],
  holds: Readonly<{ value: number; name: string }>,
  axes: Axes,
  labels: Labels,
): string {
  const at = place(axes);
  const drawn = spreads.flatMap(({ name, value, low, high }, index) => {
    const x = at.x(index);
    const label =
      `<text class="${nameClass(index)}" x="${x}" ` +
      `y="${size.height - 8}">${escaped(name)}</text>`;
    if (value === null || low === null || high === null) return [label];
    return [
      `<path class="interval" d="M${x} ` +
        `${at.y(Math.max(low, axes.y[0]))}V${at.y(Math.min(high, axes.y[1]))}"/>`,
      `<circle class="dot" cx="${x}" cy="${at.y(value)}" ` +
        `r="4"><title>${escaped(
          `${name}: ${labels.y(value)}, ${labels.y(low)} to ${labels.y(high)}`,
        )}</title></circle>`,
      label,
    ];
  });
  const line =
    `<path class="mark" d="M${size.left} ` +
    `${at.y(holds.value)}H${size.width - size.right}"/><text ` +
    `x="${size.width - size.right + 6}" ` +
    `y="${at.y(holds.value) + 4}">${escaped(holds.name)}</text>`;
  return svg(title, [frame({ ...axes, xTicks: [] }, labels), line, ...drawn]);
}

/** On a phone there is room for every second name only. */
const nameClass = (index: number): string => (index % 2 === 0 ? 'below' : 'below second');

type Bars = Readonly<{ name: string; parts: readonly number[] }>;

/** Bars of several parts, stacked, with the number of all beside their top. */
export function barChart(
  title: string,
  bars: readonly Bars[],
  top: number,
  yTicks: readonly number[],
): string {
  const axes: Axes = { x: [-0.5, bars.length - 0.5], y: [0, top], xTicks: [], yTicks };
  const at = place(axes);
  const width = Math.min(36, (size.width - size.left - size.right) / Math.max(1, bars.length) - 6);
  const drawn = bars.flatMap(({ name, parts }, index) => {
    const x = at.x(index);
    let below = 0;
    const boxes = parts.map((part, kind) => {
      const [from, to] = [at.y(below), at.y(below + part)];
      below += part;
      return (
        `<rect class="part${kind}" x="${x - width / 2}" y="${to}" width="${width}" ` +
        `height="${Math.max(0, from - to)}"><title>${escaped(`${name}: ${count(part)}`)}</title></rect>`
      );
    });
    return [
      ...boxes,
      `<text class="${nameClass(index)}" x="${x}" y="${size.height - 8}">${escaped(name)}</text>`,
    ];
  });
  return svg(title, [frame(axes, { x: String, y: count }), ...drawn]);
}

function frame(axes: Axes, labels: Labels): string {
  const at = place(axes);
  const rows = axes.yTicks.map(
    (value) =>
      `<path class="grid" d="M${size.left} ${at.y(value)}H${size.width - size.right}"/><text ` +
      `class="beside" x="${size.left - 8}" y="${at.y(value) + 4}">${labels.y(value)}</text>`,
  );
  const columns = axes.xTicks.map(
    (value) =>
      `<text class="below" x="${at.x(value)}" y="${size.height - 8}">${labels.x(value)}</text>`,
  );
  return [...rows, ...columns].join('');
}

const svg = (title: string, inside: readonly string[]): string =>
  `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" ` +
  `aria-label="${escaped(title)}">${inside.join('')}</svg>`;

export const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
