import BarChart from '@cloudscape-design/components/bar-chart';
import type { Renewals } from '#domain/renewals/cohort';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { renewalsTexts } from '../texts.ts';
import { meaningColors } from './colors.ts';
import { outcomeMeanings, stackedOutcomes } from './outcome-meanings.ts';

type Bar = Readonly<{ name: string; of: Renewals }>;
type OutcomeBarsProps = Readonly<{
  bars: readonly Bar[];
  title: string;
  axis: string;
  yTitle: string;
}>;

/** Each bar is everybody who was due, cut by what became of them. */
export function OutcomeBars({ bars, title, axis, yTitle }: OutcomeBarsProps) {
  const { outcomes } = useTexts(renewalsTexts);
  const { percent, wholePercent, number } = useFormats();
  const counts = new Map(bars.map(({ name, of }) => [name, of]));
  return (
    <BarChart
      stackedBars
      hideFilter
      height={280}
      xScaleType="categorical"
      xDomain={bars.map(({ name }) => name)}
      yDomain={[0, 1]}
      yTickFormatter={(share) => wholePercent(share)}
      xTitle={axis}
      yTitle={yTitle}
      ariaLabel={title}
      series={stackedOutcomes.map((outcome) => ({
        type: 'bar',
        title: outcomes[outcome],
        color: meaningColors[outcomeMeanings[outcome]],
        data: bars
          .filter(({ of }) => of.due > 0)
          .map(({ name, of }) => ({ x: name, y: of[outcome] / of.due })),
        valueFormatter: (share: number, name: string) =>
          `${percent(share)} (${number(counts.get(name)?.[outcome] ?? 0)})`,
      }))}
    />
  );
}
