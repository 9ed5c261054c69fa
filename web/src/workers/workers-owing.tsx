import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { isMonth } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { abbreviationOf, zones } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import { DateField } from '../shared/days/date-field.tsx';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useToday } from '../shared/me.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useReadPages } from '../shared/reading.ts';
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

type Asked = Readonly<{
  month: string;
  zone: string;
  ask(changed: Readonly<Record<string, string>>): void;
}>;

function Filter({ month, zone, ask }: Asked) {
  const texts = useTexts(owingTexts);
  const [written, setWritten] = useState(month);
  const every = { value: '', label: texts.allZones };
  const choices = [
    every,
    ...zones.map((value) => ({ value, label: `${abbreviationOf(value)} (${value})` })),
  ];
  const half = { default: 12, xs: 6 };
  return (
    <Grid gridDefinition={[{ colspan: half }, { colspan: half }]}>
      <div>
        <DateField
          of="month"
          label={texts.month}
          errorText={isMonth(written) ? undefined : texts.monthWrong}
          value={written}
          set={(value) => {
            setWritten(value);
            if (isMonth(value)) ask({ month: value });
          }}
        />
        <Box color="text-body-secondary" fontSize="body-s">
          {texts.monthMeans}
        </Box>
      </div>
      <FormField label={texts.zone}>
        <Select
          options={choices}
          selectedOption={choices.find(({ value }) => value === (zone as Zone)) ?? every}
          onChange={({ detail }) => ask({ zone: detail.selectedOption.value ?? '' })}
        />
      </FormField>
    </Grid>
  );
}

/** Only for a half-typed month; the API checks whole ones. */
