import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { useFormats } from '../../shared/words/format.ts';
import type { Term } from '../definitions/definitions.ts';
import { type Outcome, renewalsTexts } from '../texts.ts';
import { Counted, Due, Outcomes } from './outcome-cells.tsx';

export const outcomeTerms = [
  'cycle',
  'onTime',
  'inArrears',
  'renewal',
  'open',
  'lapsed',
  'recovered',
  'left',
  'startedLate',
  'partial',
  'final',
] as const satisfies readonly Term[];

/** A cohort's outcomes and rates: a column each, or all in one where room is short. */
export function useOutcomeColumns(): readonly Column<Renewals>[] {
  const { columns, outcomes } = useTexts(renewalsTexts);
  const { percent } = useFormats();
  const isFolded = useIs('tooNarrowForColumns');
  const due = {
    ...{ id: 'due', header: columns.due, width: 180 },
    cell: (of: Renewals) => <Due of={of} />,
  };
  const renewal = {
    id: 'renewal',
    header: columns.renewal,
    cell: ({ rates }: Renewals) => percent(rates.renewal),
  };
  const lapse = {
    id: 'lapse',
    header: columns.lapse,
    cell: (of: Renewals) => percent(canHaveLapsed(of) ? of.rates.lapse : null),
  };
  const column = (outcome: Outcome): Column<Renewals> => ({
    id: outcome,
    header: outcomes[outcome],
    cell: (of) => <Counted of={of} outcome={outcome} />,
  });
  if (isFolded)
    return [
      due,
      renewal,
      lapse,
      {
        id: 'outcomes',
        header: columns.outcomes,
        width: 225,
        cell: (of: Renewals) => <Outcomes of={of} />,
      },
    ];
  return [
    due,
    column('onTime'),
    column('inArrears'),
    renewal,
    column('open'),
    column('lapsed'),
    column('recovered'),
    lapse,
  ];
}

/** Before the lapse date a lapse rate of zero would mislead. */
const canHaveLapsed = ({ final, lapsed, recovered }: Renewals): boolean =>
  final || lapsed + recovered > 0;
