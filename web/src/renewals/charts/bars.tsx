import { BarChart } from '@cloudscape-design/components';
import { type Meaning, meaningColors } from './colors.ts';

/** `values` in the order of the names. */
type Series = Readonly<{
  title: string;
  color: Meaning;
  values: readonly number[];
}>;
type BarsProps = Readonly<{
  title: string;
  names: readonly string[];
  series: readonly Series[];
  write: (value: number) => string;
  writeTick: (value: number) => string;
  axis: string;
  yTitle: string;
}>;

export function Bars({ title, names, series, write, writeTick, axis, yTitle }: BarsProps) {
  return (
    <BarChart
      hideFilter
      height={280}
      xScaleType="categorical"
      xDomain={names}
      yTickFormatter={writeTick}
      xTitle={axis}
      yTitle={yTitle}
      ariaLabel={title}
      series={series.map(({ title: name, color, values }) => ({
        type: 'bar',
        title: name,
        color: meaningColors[color],
        data: names.map((x, at) => ({ x, y: values[at] ?? 0 })),
        valueFormatter: write,
      }))}
    />
  );
}
