import BarChart from '@cloudscape-design/components/bar-chart';
import { type Meaning, meaningColors } from './colors.ts';

type Series = Readonly<{ title: string; color: Meaning; values: readonly number[] }>;
type PlainBarsProps = Readonly<{
  title: string;
  names: readonly string[];
  series: readonly Series[];
  write: (value: number) => string;
  axis: string;
  yTitle: string;
}>;

/** Bars beside each other. */
export function PlainBars({ title, names, series, write, axis, yTitle }: PlainBarsProps) {
  return (
    <BarChart
      hideFilter
      height={240}
      xScaleType="categorical"
      xDomain={names}
      yTickFormatter={write}
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
