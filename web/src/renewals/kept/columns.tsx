import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { Horizon } from '#domain/renewals/counting/months-kept';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Note, Noted } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useSigned } from '../effect/points.ts';
import { renewalsTexts } from '../texts.ts';
import { horizons, longestKnown } from './first-known.ts';
import { usePerThousand } from './per-thousand.ts';
import { keptTexts } from './texts.ts';

type Of = Readonly<{ of: Renewals }>;

/** Months kept over 3, 6 and 12 months, their cost, and the points at which texts pay. */
export function useKeptColumns(): readonly Column<Renewals>[] {
  const texts = useTexts(keptTexts);
  const { columns } = useTexts(renewalsTexts);
  const { month, number } = useFormats();
  const isFolded = useIs('tooNarrowForColumns');
  return [
    { id: 'month', header: columns.month, width: 140, cell: (cohort) => month(cohort.month) },
    ...horizons.map((horizon) => ({
      id: `in${horizon}`,
      header: texts.in(number(horizon)),
      width: 140,
      cell: (cohort: Renewals) => <Kept of={cohort} horizon={horizon} />,
    })),
    ...(isFolded
      ? []
      : [{ id: 'cost', header: texts.cost, cell: (of: Renewals) => <Cost of={of} /> }]),
    {
      id: 'breakEven',
      header: texts.breakEven,
      width: 260,
      cell: (cohort) => (
        <Noted
          note={
            isFolded &&
            longestKnown(cohort) && (
              <>
                {texts.cost}: <Cost of={cohort} />
              </>
            )
          }
        >
          <BreakEven of={cohort} />
        </Noted>
      ),
    },
  ];
}

function Kept({ of, horizon }: Of & Readonly<{ horizon: Horizon }>) {
  const texts = useTexts(keptTexts);
  const { shortDate } = useFormats();
  const perThousand = usePerThousand();
  const kept = of.monthsKept?.[horizon];
  if (of.partial || !kept) return <Note>{texts.partial}</Note>;
  if (kept.reminded.months === null) return <Note>{texts.knownOn(shortDate(kept.knownOn))}</Note>;
  const { perWorker, low, high } = kept;
  if (perWorker === null || low === null || high === null) return <Note>{texts.noArm}</Note>;
  return (
    <>
      {perThousand(perWorker)}
      <Note>{texts.to(perThousand(low), perThousand(high))}</Note>
    </>
  );
}

/** Of the longest time that is known. */
function Cost({ of }: Of) {
  const texts = useTexts(keptTexts);
  const { number, rupiah } = useFormats();
  const horizon = longestKnown(of);
  if (horizon === null) return '–';
  return (
    <>
      {rupiah(of.monthsKept?.[horizon].costPerMonth ?? null)}
      <Note>{texts.ofContribution(rupiah(of.contribution), number(horizon))}</Note>
    </>
  );
}

function BreakEven({ of }: Of) {
  const texts = useTexts(keptTexts);
  const { decimal, number } = useFormats();
  const signed = useSigned();
  const { oneMonth, monthsKept } = of.breakEven;
  const { points, low, high } = of.effectByLapse;
  if (oneMonth === null) return '–';
  return (
    <>
      {texts.onOne(decimal(oneMonth))}
      {horizons.map((horizon) => {
        const needed = monthsKept[horizon];
        if (needed === null) return null;
        return <div key={horizon}>{texts.onKept(decimal(needed), number(horizon))}</div>;
      })}
      {points !== null && low !== null && high !== null && (
        <Note>{texts.seen(signed(points), signed(low), signed(high))}</Note>
      )}
    </>
  );
}
