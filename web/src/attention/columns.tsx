import type { ReactNode } from 'react';
import { localDate } from '#domain/calendar/dates';
import { abbreviationOf } from '#domain/calendar/zones';
import { parseRunId } from '#domain/sending/slice';
import { useLanguage, useTexts } from '../shared/language.tsx';
import type { Column } from '../shared/loading/listing.tsx';
import { useMe } from '../shared/me.tsx';
import { NamedWorker } from '../shared/named-worker.tsx';
import { useIs } from '../shared/narrow.ts';
import { Note, Noted } from '../shared/page/note.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { CoverageIndicator } from '../shared/words/coverage.tsx';
import { useFormats } from '../shared/words/format.ts';
import { useStepName } from '../shared/words/step-name.ts';
import { textReasonIn } from '../shared/words/text-reasons.ts';
import type { Item, Listed, Missed, Stuck } from './items.ts';
import { queueTexts } from './queue-texts.ts';
import { Resolve } from './resolve.tsx';
import { attentionTexts } from './texts.ts';

export function useStuckColumns(): readonly Column<Stuck>[] {
  const texts = useTexts(queueTexts);
  const { number } = useFormats();
  return [
    { id: 'queue', header: texts.queue, cell: ({ queue }) => texts.queues[queue] },
    { id: 'count', header: texts.count, cell: ({ count }) => number(count) },
    { id: 'hurt', header: texts.hurt, cell: ({ queue }) => texts.hurts[queue] },
  ];
}

export function useColumns(): readonly Column<Item>[] {
  const texts = useTexts(attentionTexts);
  // Eight columns need more than a tablet has.
  const isFolded = useIs('tooNarrowForTabs');
  const worker: Column<Item> = {
    id: 'worker',
    header: texts.worker,
    width: 170,
    cell: (item) => (
      <Noted note={isFolded && item.province}>
        <Who item={item} />
      </Noted>
    ),
  };
  const province: Column<Item> = {
    id: 'province',
    header: texts.province,
    width: 200,
    cell: ({ province: name }) => name || '–',
  };
  return [worker, ...(isFolded ? [] : [province]), ...useListedColumns<Item>(whoIn)];
}

export const whoIn = ({ workerId, worker }: Item): string => worker?.name ?? workerId;

/** The worker to be called. Finance is told no names in a list of texts. */
function Who({ item: { workerId, worker } }: Readonly<{ item: Item }>) {
  const { noPhone } = useTexts(attentionTexts);
  const { phone } = useFormats();
  const named = <NamedWorker id={workerId} worker={worker} />;
  if (!worker) return named;
  return (
    <>
      {named}
      <Note>
        <span className="unbroken">{worker.phone ? phone(worker.phone) : noPhone}</span>
      </Note>
      <CoverageIndicator coverage={worker.coverage} />
    </>
  );
}

export function useMissedColumns(): readonly Column<Missed>[] {
  const texts = useTexts(attentionTexts);
  const { number } = useFormats();
  const workers: Column<Missed> = {
    id: 'workers',
    header: texts.workers,
    width: 110,
    cell: ({ count }) => number(count),
  };
  return [workers, ...useListedColumns<Missed>(({ runId }) => runId)];
}

function useListedColumns<T extends Listed>(aboutOf: (item: T) => string): readonly Column<T>[] {
  const texts = useTexts(attentionTexts);
  const { month } = useFormats();
  const { roles } = useMe();
  const stepName = useStepName();
  const reasonName = useReasonName();
  const isFolded = useIs('tooNarrowForTabs');
  const run: Column<T> = {
    id: 'run',
    header: texts.run,
    width: 130,
    cell: ({ runId }) => <Run runId={runId} />,
  };
  const at: Column<T> = {
    id: 'at',
    header: texts.at,
    width: 140,
    cell: (item) => <At item={item} />,
  };
  return [
    ...(isFolded ? [] : [at]),
    {
      id: 'step',
      header: texts.step,
      width: 210,
      cell: (item) => (
        <Noted note={isFolded && <Run runId={item.runId} said={<At item={item} />} />}>
          {`${stepName(item)} · ${texts.ofMonth(month(item.month))}`}
        </Noted>
      ),
    },
    {
      id: 'reason',
      header: texts.reason,
      width: 190,
      cell: ({ reason }) => reasonName(reason) ?? texts.noReason,
    },
    ...(isFolded ? [] : [run]),
    // Finance sees this page too, but only admins see to texts.
    ...(roles.includes('admin')
      ? [
          {
            id: 'actions',
            header: texts.actions,
            width: 160,
            cell: (item: T) => <Resolve kind={item.kind} id={item.id} about={aboutOf(item)} />,
          },
        ]
      : []),
  ];
}

/** Null where no words are known for it. */
export function useReasonName(): (reason: string | null) => string | null {
  const { language } = useLanguage();
  return (reason) => {
    const said = reason && textReasonIn(language, reason);
    return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : null;
  };
}

/** Where it stands in two lines, the first is the day. */
function At({ item: { at, runId } }: Readonly<{ item: Listed }>) {
  const { shortDate, time } = useFormats();
  const zone = parseRunId(runId)?.zone ?? 'Asia/Jakarta';
  return (
    <>
      <span className="unbroken">{shortDate(localDate(zone, at))},</span>{' '}
      <span className="unbroken">{`${time(at, zone)} ${abbreviationOf(zone)}`}</span>
    </>
  );
}

/** `said`: in place of the day, which a column beside it has. */
function Run({ runId, said }: Readonly<{ runId: string; said?: ReactNode }>) {
  const { shortDate } = useFormats();
  const day = parseRunId(runId)?.date;
  if (!day) return said ?? runId;
  return (
    <PageLink page="runs" values={{ date: day }}>
      {said ?? <span className="unbroken">{shortDate(day)}</span>}
    </PageLink>
  );
}
