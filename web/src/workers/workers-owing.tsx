import { useSearchParams } from 'react-router';
import { isMonth } from '#domain/calendar/dates';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useToday } from '../shared/me.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useReadPages } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { Filter } from './filter.tsx';
import { owingTexts } from './owing-texts.ts';
import { workersTexts } from './texts.ts';
import { useWorkerColumns } from './workers-columns.tsx';

/** Workers who owe a month, page by page. Month and zone are in the address. */
export function OwingWorkers() {
  const texts = useTexts(owingTexts);
  const { import: importing } = useTexts(workersTexts);
  const formats = useFormats();
  const [asked, setAsked] = useSearchParams();
  const thisMonth = useToday().slice(0, 7);
  const [month, zone] = [asked.get('month') ?? thisMonth, asked.get('zone') ?? ''];
  const query = useReadPages<WorkerView>(
    `/api/workers?${new URLSearchParams({ month, ...(zone && { zone }) })}`,
  );
  const ask = (changed: Readonly<Record<string, string>>) =>
    setAsked({ month, ...(zone && { zone }), ...changed }, { replace: true });
  return (
    <Listing
      title={texts.title}
      {...(query.items.length > 0 && {
        counter: texts.counter(formats.number(query.items.length), query.hasNextPage),
      })}
      columns={useWorkerColumns()}
      items={query.items}
      idOf={({ workerId }) => workerId}
      query={query}
      filter={<Filter month={month} zone={zone} ask={ask} />}
      empty={
        <Empty title={texts.none(isMonth(month) ? formats.month(month) : month)}>
          {texts.begin} <PageLink page="import">{importing}</PageLink>.
        </Empty>
      }
      footer={query.hasNextPage && <More query={query} />}
    />
  );
}

/** Only for a half-typed month; the API checks whole ones. */
