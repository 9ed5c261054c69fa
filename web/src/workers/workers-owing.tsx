import { isMonth } from '#domain/calendar/dates';
import type { WorkerView } from '#domain/people/worker-view';
import { DownloadCsv } from '../shared/csv/save-csv.tsx';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { isLooking, useGoOn, useReadPages } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { Filter } from './filter.tsx';
import { given, type OwingAsked, useOwingAsked } from './owing-asked.ts';
import { owingTexts } from './owing-texts.ts';
import { workersTexts } from './texts.ts';
import { useWorkerColumns } from './workers-columns.tsx';

/** Workers who owe a month, page by page. What is asked for is in the address. */
export function OwingWorkers() {
  const texts = useTexts(owingTexts);
  const { import: importing } = useTexts(workersTexts);
  const formats = useFormats();
  const { asked, ask } = useOwingAsked();
  const { month } = asked;
  const search = new URLSearchParams(given(asked));
  const query = useReadPages<WorkerView>(`/api/workers?${search}`);
  useGoOn(query);
  return (
    <Listing
      title={texts.title}
      {...(query.items.length > 0 && {
        counter: texts.counter(formats.number(query.items.length), query.hasNextPage),
        actions: (
          <DownloadCsv path={`/api/workers.csv?${search}`} text={texts.csv} about={texts.title} />
        ),
      })}
      columns={useWorkerColumns()}
      items={query.items}
      idOf={({ workerId }) => workerId}
      query={{ ...query, isPending: query.isPending || isLooking(query) }}
      filter={<Filter asked={asked} ask={ask} />}
      empty={
        <Empty title={texts.none(isMonth(month) ? formats.month(month) : month)}>
          {isOfSome(asked) ? (
            texts.noneOfSome
          ) : (
            <>
              {texts.begin} <PageLink page="import">{importing}</PageLink>.
            </>
          )}
        </Empty>
      }
      footer={query.items.length > 0 && query.hasNextPage && <More query={query} />}
    />
  );
}

const isOfSome = ({ zone, province, group }: OwingAsked): boolean =>
  `${zone}${province}${group}` !== '';
