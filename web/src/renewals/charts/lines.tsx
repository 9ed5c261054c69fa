import { LineChart, type LineChartProps } from '@cloudscape-design/components';

export type Line<X> = Readonly<{ title: string; points: readonly (readonly [x: X, y: number])[] }>;
type LinesProps<X> = Readonly<{
  title: string;
  axis: string;
  yTitle?: string;
  lines: readonly Line<X>[];
  /** All x for categories, the first and last for days. */
  domain: readonly X[];
  yDomain?: readonly [number, number];
  write: (value: number) => string;
  /** Shorter, along the axis. */
  writeTick?: (value: number) => string;
  /** A vertical line. */
  mark?: Readonly<{ title: string; x: X }>;
}>;

export function Lines<X extends number | string>(props: LinesProps<X>) {
  const { title, axis, yTitle, lines, domain, yDomain, write, writeTick = write, mark } = props;
  const drawn = lines.map((line) => ({
    type: 'line' as const,
    title: line.title,
    data: line.points.map(([x, y]) => ({ x, y })),
    valueFormatter: write,
  }));
  const series = [
    ...drawn,
    ...(mark ? [{ type: 'threshold' as const, title: mark.title, x: mark.x }] : []),
  ];
  const isOfDays = typeof domain[0] === 'number';
  return (
    <LineChart<X>
      hideFilter
      height={280}
      xScaleType={isOfDays ? 'linear' : 'categorical'}
      xDomain={domain}
      {...(yDomain ? { yDomain } : {})}
      xTitle={axis}
      // In one line every second would be left out for want of room, and the last with it.
      {...(isOfDays ? {} : { xTickFormatter: inTwoLines })}
      {...(yTitle ? { yTitle } : {})}
      yTickFormatter={writeTick}
      ariaLabel={title}
      // Its types take numbers or strings, but not a union of both.
      series={series as LineChartProps<X>['series']}
    />
  );
}

/** `Nov 2026`: the year below the month. */
const inTwoLines = (name: number | string): string => String(name).replace(' ', '\n');
