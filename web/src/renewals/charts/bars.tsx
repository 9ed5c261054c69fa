import { BarChart } from '@cloudscape-design/components';
import { type Meaning, meaningColors } from './colors.ts';

/** `values` in the order of the names; `write` formats one, and may say more than the axis. */
type Series = Readonly<{
  title: string;
  color: Meaning;
  values: readonly number[];
  write?: (value: number, name: string) => string;
}>;
type BarsProps = Readonly<{
  title: string;
  names: readonly string[];
  series: readonly Series[];
  write: (value: number) => string;
  axis: string;
  yTitle: string;
  /** Stacked up to 100 %. */
  areShares?: boolean;
}>;

export function Bars({ title, names, series, write, axis, yTitle, areShares = false }: BarsProps) {
  return (
    <BarChart
      stackedBars={areShares}
      hideFilter
      height={280}
      xScaleType="categorical"
      xDomain={names}
      {...(areShares ? { yDomain: [0, 1] } : {})}
      yTickFormatter={write}
      xTitle={axis}
      yTitle={yTitle}
      ariaLabel={title}
      series={series.map(({ title: name, color, values, write: say = write }) => ({
        type: 'bar',
        title: name,
        color: meaningColors[color],
        data: names.map((x, at) => ({ x, y: values[at] ?? 0 })),
        valueFormatter: say,
      }))}
    />
  );
}
