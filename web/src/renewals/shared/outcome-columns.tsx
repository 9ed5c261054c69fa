import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import type { Renewals } from '#domain/renewals/cohort';
import type { CycleKind } from '#domain/renewals/cohort-outcomes';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { PageLink } from '../../shared/page/page-link.tsx';
import { stackedOutcomes } from '../charts/outcome-meanings.ts';
import type { Term } from '../definitions.ts';
import { type Outcome, renewalsTexts } from '../texts.ts';
import { useWay } from './asked.ts';

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
  const isFolded = useIs('tooNarrowForNine');
  const due = { id: 'due', header: columns.due, cell: (of: Renewals) => <Due of={of} /> };
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

type Of = Readonly<{ of: Renewals }>;

function Due({ of }: Of) {
  const { cycle } = useTexts(renewalsTexts);
  return (
    <>
      <Count of={of} count={of.due} />
      {(['left', 'startedLate'] as const).map(
        (kind) =>
          of[kind] > 0 && (
            <Box key={kind} color="text-body-secondary">
              {cycle[kind]}: <Count of={of} count={of[kind]} kind={kind} />
            </Box>
          ),
      )}
    </>
  );
}

function Outcomes({ of }: Of) {
  const { outcomes } = useTexts(renewalsTexts);
  if (of.due === 0) return '–';
  return stackedOutcomes
    .filter((outcome) => of[outcome] > 0)
    .map((outcome) => (
      <div key={outcome}>
        {outcomes[outcome]}: <Counted of={of} outcome={outcome} />
      </div>
    ));
}

function Counted({ of, outcome }: Of & Readonly<{ outcome: Outcome }>) {
  const { percent } = useFormats();
  const rate = { ...none, onTime: of.rates.onTime, recovered: of.rates.recovery }[outcome];
  return (
    <>
      <Count of={of} count={of[outcome]} kind={outcome} />{' '}
      {rate !== null && <span className="unbroken">({percent(rate)})</span>}
    </>
  );
}

const none = {
  onTime: null,
  inArrears: null,
  recovered: null,
  open: null,
  lapsed: null,
} satisfies Record<Outcome, null>;

/** Links to the counted rows; not for a group, since rows are listed by month only. */
function Count({
  of: { by, month },
  count,
  kind,
}: Of & Readonly<{ count: number; kind?: CycleKind }>): ReactNode {
  const { number } = useFormats();
  const { there } = useWay();
  if (by !== null || count === 0) return number(count);
  return (
    <PageLink page="cohort" values={{ month, ...(kind ? { outcome: kind } : {}), ...there }}>
      {number(count)}
    </PageLink>
  );
}
