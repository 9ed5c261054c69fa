import type { Planned } from '#domain/plan/planned';
import type { Reminder } from '#domain/sending/reminder';
import { parseRunId } from '#domain/sending/slice';
import type { DeadLetterQueue } from '#triggers';
import { useLanguage, useTexts } from '../shared/language.tsx';
import type { Column } from '../shared/loading/listing.tsx';
import { useMe } from '../shared/me.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { ShortWorker } from '../shared/short-worker.tsx';
import { useFormats } from '../shared/words/format.ts';
import { useStepName } from '../shared/words/step-name.ts';
import { textReasonIn } from '../shared/words/text-reasons.ts';
import type { ReminderKind } from './kind-texts.ts';
import { queueTexts } from './queue-texts.ts';
import { Resolve } from './resolve.tsx';
import { attentionTexts } from './texts.ts';

type Listed = Pick<Reminder, 'month' | 'step' | 'reason' | 'runId' | 'at'> &
  Readonly<{ id: string; kind: ReminderKind; planned: Planned }>;

/** About one text, or about all whom a slice of a run missed. */
export type Item = Listed & Readonly<{ workerId: string }>;
export type Missed = Listed & Readonly<{ count: number }>;

export type Stuck = Readonly<{ id: string; queue: DeadLetterQueue; count: number }>;

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
  const worker: Column<Item> = {
    id: 'worker',
    header: texts.worker,
    cell: ({ workerId }) => <ShortWorker id={workerId} />,
  };
  return [worker, ...useListedColumns<Item>(({ workerId }) => workerId)];
}

export function useMissedColumns(): readonly Column<Missed>[] {
  const texts = useTexts(attentionTexts);
  const { number } = useFormats();
  const workers: Column<Missed> = {
    id: 'workers',
    header: texts.workers,
    cell: ({ count }) => number(count),
  };
  return [workers, ...useListedColumns<Missed>(({ runId }) => runId)];
}

function useListedColumns<T extends Listed>(aboutOf: (item: T) => string): readonly Column<T>[] {
  const texts = useTexts(attentionTexts);
  const { moment, month } = useFormats();
  const { roles } = useMe();
  const stepName = useStepName();
  return [
    { id: 'at', header: texts.at, cell: ({ at, runId }) => moment(at, parseRunId(runId)?.zone) },
    {
      id: 'step',
      header: texts.step,
      cell: (item) => `${stepName(item)} · ${texts.ofMonth(month(item.month))}`,
    },
    { id: 'reason', header: texts.reason, cell: ({ reason }) => <Reason reason={reason} /> },
    { id: 'run', header: texts.run, cell: ({ runId }) => <Run runId={runId} /> },
    // Finance sees this page too, but only admins see to texts.
    ...(roles.includes('admin')
      ? [
          {
            id: 'actions',
            header: texts.actions,
            cell: (item: T) => <Resolve kind={item.kind} id={item.id} about={aboutOf(item)} />,
          },
        ]
      : []),
  ];
}

function Reason({ reason }: Readonly<{ reason: string | null }>) {
  const texts = useTexts(attentionTexts);
  const { language } = useLanguage();
  const said = reason && textReasonIn(language, reason);
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : texts.noReason;
}

function Run({ runId }: Readonly<{ runId: string }>) {
  const { shortDate } = useFormats();
  const day = parseRunId(runId)?.date;
  if (!day) return runId;
  return (
    <PageLink page="runs" values={{ date: day }}>
      <span className="unbroken">{shortDate(day)}</span>
    </PageLink>
  );
}
