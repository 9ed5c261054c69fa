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
  return (
    <LineChart<X>
      hideFilter
      height={280}
      xScaleType={typeof domain[0] === 'number' ? 'linear' : 'categorical'}
      xDomain={domain}
      {...(yDomain ? { yDomain } : {})}
      xTitle={axis}
      {...(yTitle ? { yTitle } : {})}
      yTickFormatter={writeTick}
      ariaLabel={title}
      // Its types take numbers or strings, but not a union of both.
      series={series as LineChartProps<X>['series']}
    />
  );
}
