import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams, useSearchParams } from 'react-router';
import type { Renewals } from '#domain/cohort';
import type { CycleKind } from '#domain/cohort-outcomes';
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
import { rowKinds } from './cohort-kinds.ts';
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
  const cycles = useReadPages<ExplainedCycle>(pathOf(`/api/renewals/${figures.month}/cycles`, { asOf, outcome: kind }));
  const columns = useRowColumns();
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
        query={cycles}
        empty={<Empty title={cycles.hasNextPage ? texts.cohort.noneYet : texts.cohort.none} />}
        footer={cycles.hasNextPage && <More query={cycles} />}
      />
    </SpaceBetween>
  );
}

function useKind(): readonly [CycleKind | null, (kind: string) => void] {
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

type Choice = Readonly<{ figures: Renewals; kind: CycleKind | null; choose: (kind: string) => void }>;

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
