import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { isMonth } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohort';
import type { ExplainedCycle } from '#flows/renewals/explain-cohort';
import { addressOf } from '../../shared/addresses.ts';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useFollow } from '../../shared/follow.ts';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { More } from '../../shared/loading/more.tsx';
import { Page } from '../../shared/page/page.tsx';
import { NotFoundPage } from '../../shared/page/plain-page.tsx';
import { useReadPages } from '../../shared/reading.ts';
import { pathOf, useAsked, useWay } from '../shared/asked.ts';
import { Meaning } from '../shared/meaning.tsx';
import { outcomeTerms } from '../shared/outcome-columns.tsx';
import { useCohort } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';
import { useRowColumns } from './cohort-columns.tsx';
import { csvRows } from './cohort-csv.ts';
import { KindChoice, useKind } from './kind-choice.tsx';
import { cohortTexts } from './texts.ts';

/** The rows from which a cohort's figures are counted. */
export function CohortPage() {
  const { month = '' } = useParams();
  return isMonth(month) ? <Cohort month={month} /> : <NotFoundPage />;
}

function Cohort({ month }: Readonly<{ month: string }>) {
  const texts = useTexts(cohortTexts);
  const { standing } = useTexts(renewalsTexts);
  const formats = useFormats();
  const { asOf, day } = useAsked();
  const cohort = useCohort({ month, asOf });
  const title = texts.title(formats.month(month));
  return (
    <Page
      title={title}
      description={standing[asOf === null ? 'today' : 'past'](formats.date(day))}
      actions={<Back text={texts.back} />}
    >
      <Loaded query={cohort} of={title}>
        {({ items: [figures] }) => figures && <Rows figures={figures} asOf={asOf} title={title} />}
      </Loaded>
    </Page>
  );
}

function Back({ text }: Readonly<{ text: string }>) {
  const follow = useFollow();
  const { back } = useWay();
  return (
    <Button href={addressOf('renewals', back)} onFollow={follow}>
      {text}
    </Button>
  );
}

function Rows({
  figures,
  asOf,
  title,
}: Readonly<{ figures: Renewals; asOf: string | null; title: string }>) {
  const texts = useTexts(cohortTexts);
  const { csv, csvShown } = useTexts(renewalsTexts);
  const { date, number } = useFormats();
  const [kind, choose] = useKind();
  const cycles = useReadPages<ExplainedCycle>(
    pathOf(`/api/renewals/${figures.month}/cycles`, { asOf, outcome: kind }),
  );
  const columns = useRowColumns();
  const total = figures.due + figures.left + figures.startedLate;
  const sought = kind === null ? total : figures[kind];
  // Not by the figures: they are counted some moments after the rows are written.
  const hasMore = cycles.hasNextPage;
  const none = total === 0 ? texts.nobody : hasMore ? texts.noneYet : texts.none;
  const name = `cohort-${figures.month}${kind === null ? '' : `-${kind}`}.csv`;
  return (
    <SpaceBetween size="l">
      <Box>
        {texts.lead(date(figures.dueOn), date(figures.finalOn))} {texts.erased}{' '}
        <Meaning of={[...outcomeTerms, 'effect']} about={title} />
      </Box>
      <Listing
        title={texts.list}
        actions={
          cycles.items.length > 0 && (
            <SaveCsv
              name={name}
              rows={() => csvRows(cycles.items)}
              text={hasMore ? csvShown : csv}
              about={title}
            />
          )
        }
        filter={<KindChoice figures={figures} kind={kind} choose={choose} />}
        columns={columns}
        items={cycles.items}
        idOf={({ workerId, since }) => `${workerId} ${since}`}
        query={cycles}
        empty={<Empty title={none} />}
        footer={
          (cycles.items.length > 0 || hasMore) && (
            <SpaceBetween size="s">
              {cycles.items.length > 0 && (
                <Box textAlign="center" color="text-body-secondary">
                  {texts.shown(number(cycles.items.length), number(sought))}
                </Box>
              )}
              {hasMore && <More query={cycles} />}
            </SpaceBetween>
          )
        }
      />
    </SpaceBetween>
  );
}
