import type { Zone } from '#domain/calendar/zones';
import { abbreviationOf } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../shared/language.tsx';
import type { Column } from '../shared/loading/listing.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { CoverageIndicator } from '../shared/words/coverage.tsx';
import { useFormats } from '../shared/words/format.ts';
import { workersTexts } from './texts.ts';

/** A worker per row, linked to their page. */
export function useWorkerColumns(): readonly Column<WorkerView>[] {
  const texts = useTexts(workersTexts);
  const { rupiah, shortDate, phone: said } = useFormats();
  return [
    {
      id: 'name',
      header: texts.columns.name,
      cell: ({ workerId, name }) => (
        <PageLink page="worker" values={{ id: workerId }}>
          {name}
        </PageLink>
      ),
    },
    {
      id: 'phone',
      header: texts.columns.phone,
      cell: ({ phone }) =>
        phone ? <span className="unbroken">{said(phone)}</span> : texts.noPhone,
    },
    {
      id: 'coverage',
      header: texts.columns.coverage,
      cell: ({ coverage }) => <CoverageIndicator coverage={coverage} />,
    },
    { id: 'owed', header: texts.columns.owed, cell: ({ owed }) => rupiah(owed.amount) },
    {
      id: 'due',
      header: texts.columns.due,
      cell: ({ dueOn }) => <span className="unbroken">{shortDate(dueOn)}</span>,
    },
    {
      id: 'province',
      header: texts.columns.province,
      cell: ({ province, zone }) => `${province} (${abbreviationOf(zone as Zone)})`,
    },
  ];
}
