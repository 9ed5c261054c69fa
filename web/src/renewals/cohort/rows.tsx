import { Box, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { ListedCycle } from '#flows/renewals/explain-cohort';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { More } from '../../shared/loading/more.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useReadPages } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { pathOf } from '../shared/asked.ts';
import { Meaning } from '../shared/meaning.tsx';
import { outcomeTerms } from '../shared/outcome-columns.tsx';
import { renewalsTexts } from '../texts.ts';
import { useRowColumns } from './cohort-columns.tsx';
import { csvRows } from './cohort-csv.ts';
import { KindChoice, useKind } from './kind-choice.tsx';
import { cohortTexts } from './texts.ts';

export function Rows({
  figures,
  asOf,
  title,
}: Readonly<{ figures: Renewals; asOf: string | null; title: string }>) {
  const texts = useTexts(cohortTexts);
  const { csv, csvShown } = useTexts(renewalsTexts);
  const { date, number } = useFormats();
  const [kind, choose] = useKind();
  const cycles = useReadPages<ListedCycle>(
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
                <Note textAlign="center">
                  {texts.shown(number(cycles.items.length), number(sought))}
                </Note>
              )}
              {hasMore && <More query={cycles} />}
            </SpaceBetween>
          )
        }
      />
    </SpaceBetween>
  );
}
