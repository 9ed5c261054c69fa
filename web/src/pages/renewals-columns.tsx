import type { ReactNode } from 'react';
import type { Renewals } from '#domain/cohort';
import type { CycleKind } from '#domain/cohort-outcomes';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import type { Column } from '../shared/listing.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { renewalsTexts } from '../texts/renewals.ts';

/** The outcomes of a cohort with its rates, each number leading to its rows; those of a group lead nowhere, as rows are told by month alone. */
export function useOutcomeColumns(asOf: string | null): readonly Column<Renewals>[] {
  const { columns, outcomes, cycle } = useTexts(renewalsTexts);
  const { number, percent } = useFormats();
  const rows = (item: Renewals, count: number, kind?: CycleKind): ReactNode =>
    item.by === null && count > 0 ? (
      <PageLink page="cohort" values={{ month: item.month, ...(kind ? { outcome: kind } : {}), ...(asOf ? { asOf } : {}) }}>
        {number(count)}
      </PageLink>
    ) : (
      number(count)
    );
  const withRate = (count: ReactNode, rate: number | null): ReactNode => (
    <>
      {count} {rate !== null && <span className="unbroken">({percent(rate)})</span>}
    </>
  );
  return [
    { id: 'due', header: columns.due, cell: (item) => rows(item, item.due) },
    { id: 'onTime', header: outcomes.onTime, cell: (item) => withRate(rows(item, item.onTime, 'onTime'), item.rates.onTime) },
    { id: 'inArrears', header: outcomes.inArrears, cell: (item) => rows(item, item.inArrears, 'inArrears') },
    { id: 'renewal', header: columns.renewal, cell: ({ rates }) => percent(rates.renewal) },
    { id: 'open', header: outcomes.open, cell: (item) => rows(item, item.open, 'open') },
    { id: 'lapsed', header: outcomes.lapsed, cell: (item) => rows(item, item.lapsed, 'lapsed') },
    {
      id: 'recovered',
      header: outcomes.recovered,
      cell: (item) => withRate(rows(item, item.recovered, 'recovered'), item.rates.recovery),
    },
    { id: 'lapse', header: columns.lapse, cell: ({ rates }) => percent(rates.lapse) },
    { id: 'left', header: cycle.left, cell: (item) => rows(item, item.left, 'left') },
    { id: 'startedLate', header: cycle.startedLate, cell: (item) => rows(item, item.startedLate, 'startedLate') },
  ];
}
