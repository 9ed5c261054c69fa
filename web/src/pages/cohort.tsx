import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Renewals } from '#domain/cohort';
import type { ExplainedCycle } from '#flows/explain-cohort';
import { addressOf } from '../addresses.ts';
import { useFollow } from '../follow.ts';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useReadPages } from '../reading.ts';
import { Listing } from '../shared/listing.tsx';
import { Empty, Loaded } from '../shared/loaded.tsx';
import { More } from '../shared/more.tsx';
import { Page } from '../shared/page.tsx';
import { NotFoundPage } from '../shared/plain-page.tsx';
import { renewalsTexts } from '../texts/renewals.ts';
import { useRowColumns } from './cohort-columns.tsx';
import { kindOf, type RowKind, rowKinds } from './cohort-kinds.ts';
import { pathOf, useAsked } from './renewals-asked.ts';
import { useCohort } from './renewals-reading.ts';

/** The rows from which a cohort's figures are counted. */
export function CohortPage() {
  const { month = '' } = useParams();
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? <Cohort month={month} /> : <NotFoundPage />;
}

function Cohort({ month }: Readonly<{ month: string }>) {
  const texts = useTexts(renewalsTexts).cohort;
  const formats = useFormats();
  const { asOf } = useAsked();
  const cohort = useCohort({ month, asOf });
  return (
    <Page title={texts.title(formats.month(month))} actions={<Back asOf={asOf} text={texts.back} />}>
      <Loaded query={cohort}>{({ items: [figures] }) => figures && <Rows figures={figures} asOf={asOf} />}</Loaded>
    </Page>
  );
}

function Back({ asOf, text }: Readonly<{ asOf: string | null; text: string }>) {
  const follow = useFollow();
  return (
    <Button href={addressOf('renewals', asOf ? { asOf } : {})} onFollow={follow}>
      {text}
    </Button>
  );
}

function Rows({ figures, asOf }: Readonly<{ figures: Renewals; asOf: string | null }>) {
  const texts = useTexts(renewalsTexts);
  const { date, number } = useFormats();
  const [kind, choose] = useKind();
  const cycles = useCycles(pathOf(`/api/renewals/${figures.month}/cycles`, { asOf }), kind);
  const columns = useRowColumns();
  const isEmpty = cycles.items.length === 0;
  return (
    <SpaceBetween size="l">
      <Box>
        {texts.cohort.lead(date(figures.dueOn), date(figures.finalOn))} {texts.cohort.erased}
      </Box>
      <Listing
        title={texts.cohort.list}
        filter={<KindChoice figures={figures} kind={kind} choose={choose} />}
        columns={columns}
        items={cycles.items}
        idOf={({ workerId, since }) => `${workerId} ${since}`}
        query={{ ...cycles, isPending: cycles.isPending || (isEmpty && cycles.isSearching) }}
        empty={<Empty title={cycles.hasNextPage ? texts.cohort.noneYet : texts.cohort.none} />}
        footer={
          <SpaceBetween size="xs">
            <Box textAlign="center" color="text-body-secondary">
              {texts.cohort.shown(number(cycles.items.length), number(cycles.read))}
            </Box>
            <More query={{ ...cycles, isFetchingNextPage: cycles.isFetchingNextPage || cycles.isSearching, fetchNextPage: cycles.more }} />
          </SpaceBetween>
        }
      />
    </SpaceBetween>
  );
}

function useKind(): readonly [RowKind | null, (kind: string) => void] {
  const [query, setQuery] = useSearchParams();
  const kind = rowKinds.find((each) => each === query.get('outcome')) ?? null;
  const choose = (wanted: string) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        wanted === '' ? next.delete('outcome') : next.set('outcome', wanted);
        return next;
      },
      { replace: true },
    );
  return [kind, choose];
}

type Choice = Readonly<{ figures: Renewals; kind: RowKind | null; choose: (kind: string) => void }>;

function KindChoice({ figures, kind, choose }: Choice) {
  const { cohort: texts, outcomes, cycle } = useTexts(renewalsTexts);
  const { number } = useFormats();
  const names = { ...outcomes, ...cycle };
  const all = { value: '', label: texts.all };
  const options = [all, ...rowKinds.map((value) => ({ value, label: `${names[value]} ${texts.of(number(figures[value]))}` }))];
  return (
    <FormField label={texts.filter}>
      <Select
        selectedOption={options.find(({ value }) => value === kind) ?? all}
        options={options}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

/** Of each request: enough to look at, and not so many pages that the API is read through for one click. */
const [wantedRows, mostPages] = [25, 10];

/** The API tells all rows of a month, open ones first: those of one kind are picked here, from as many pages as it takes. */
function useCycles(path: string, kind: RowKind | null) {
  const pages = useReadPages<ExplainedCycle>(path);
  const [more, setMore] = useState({ of: '', rows: wantedRows, pages: mostPages });
  // Who asked for more of one kind did not ask for more of another.
  const of = `${path} ${kind}`;
  const asked = more.of === of ? more : { rows: wantedRows, pages: mostPages };
  const items = kind === null ? pages.items : pages.items.filter((cycle) => kindOf(cycle) === kind);
  const read = pages.data?.pages.length ?? 0;
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = pages;
  const isSearching = read > 0 && items.length < asked.rows && read < asked.pages && hasNextPage && !error;
  useEffect(() => {
    if (isSearching && !isFetchingNextPage) void fetchNextPage();
  }, [isSearching, isFetchingNextPage, fetchNextPage]);
  return {
    ...pages,
    ...{ items, isSearching, read: pages.items.length },
    more: () => {
      setMore({ of, rows: items.length + wantedRows, pages: read + mostPages });
      return fetchNextPage();
    },
  };
}
