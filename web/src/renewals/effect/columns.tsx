import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { useFormats } from '../../shared/words/format.ts';
import type { Asked } from '../shared/asked.ts';
import { renewalsTexts } from '../texts.ts';
import type { Line } from './effect.tsx';
import { useSigned, useWhyNoEffect } from './points.ts';
import { effectTexts } from './texts.ts';

export function useColumns(asked: Asked): readonly Column<Line>[] {
  const texts = useTexts(effectTexts);
  const { columns } = useTexts(renewalsTexts);
  const { month, number, percent } = useFormats();
  const signed = useSigned();
  const why = useWhyNoEffect(asked.day);
  const isFolded = useIs('tooNarrowForColumns');
  const arm = (of: 'reminded' | 'heldOut') =>
    function cell({ cohort }: Line) {
      if (!cohort) return '–';
      const { due, renewed } = cohort.effect[of];
      return (
        <>
          {percent(due > 0 ? renewed / due : null)} ({texts.share(number(renewed), number(due))})
        </>
      );
    };
  return [
    {
      id: 'month',
      header: columns.month,
      width: 130,
      cell: ({ cohort }) => (cohort ? month(cohort.month) : <b>{texts.overall}</b>),
    },
    { id: 'reminded', header: texts.reminded, width: 200, cell: arm('reminded') },
    { id: 'heldOut', header: texts.heldOut, width: 200, cell: arm('heldOut') },
    {
      id: 'points',
      header: texts.points,
      width: 260,
      cell: ({ cohort, effect: { points, low, high } }) => {
        if (points === null) return cohort ? why(cohort) : texts.overallNone;
        if (!isFolded || low === null || high === null) return signed(points);
        return texts.told(signed(points), signed(low), signed(high));
      },
    },
    ...(isFolded
      ? []
      : [
          {
            id: 'interval',
            header: texts.interval,
            width: 190,
            cell: ({ effect: { low, high } }: Line) =>
              low === null || high === null ? '–' : texts.to(signed(low), signed(high)),
          },
        ]),
  ];
}
