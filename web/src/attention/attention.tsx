import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Reminder } from '#domain/sending/reminder';
import { parseRunId } from '#domain/sending/slice';
import type { DeadLetterQueue } from '#triggers';
import { addressOf } from '../shared/addresses.ts';
import { useFormats } from '../shared/format.ts';
import { useLanguage, useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useMe } from '../shared/me.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { Page } from '../shared/page/page.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { NotFoundPage } from '../shared/page/plain-page.tsx';
import { Views } from '../shared/page/views.tsx';
import { useReadPages } from '../shared/reading.ts';
import { ShortWorker } from '../shared/short-worker.tsx';
import { useStepName } from '../shared/step-name.ts';
import { textReasonIn } from '../shared/text-reasons.ts';
import type { ReminderKind } from './kind-texts.ts';
import { kindTexts } from './kind-texts.ts';
import { queueTexts } from './queue-texts.ts';
import { Resolve } from './resolve.tsx';
import { attentionTexts } from './texts.ts';

type Item = Pick<Reminder, 'workerId' | 'month' | 'step' | 'reason' | 'runId' | 'at'> &
  Readonly<{ id: string; kind: ReminderKind }>;
type Stuck = Readonly<{ id: string; queue: DeadLetterQueue; count: number }>;

/** Reminders that need a person, kind by kind, and the system's stuck work. */
export function AttentionPage() {
  const texts = useTexts(attentionTexts);
  const navigate = useNavigate();
  const { kind: asked = '' } = useParams();
  const isNarrow = useIsNarrow();
  const of = useTexts(kindTexts);
  const kinds = Object.keys(of) as (ReminderKind | 'dead-letter')[];
  const names = Object.fromEntries(kinds.map((each) => [each, of[each].name])) as Record<
    (typeof kinds)[number],
    string
  >;
  const kind = kinds.find((each) => each === asked);
  if (asked === 'unmatched' || asked === 'flagged')
    return <Navigate to={addressOf('payments', { kind: asked })} replace />;
  if (!kind) return <NotFoundPage />;
  return (
    <Page title={texts.title}>
      <Views
        title={texts.title}
        label={texts.title}
        names={names}
        order={kinds}
        view={kind}
        choose={(id) => void navigate(addressOf('attention', { kind: id }))}
        isSelect={isNarrow}
      >
        {kind === 'dead-letter' ? <DeadLetters /> : <Kind key={kind} kind={kind} />}
      </Views>
    </Page>
  );
}

type KindProps<T> = Readonly<{ kind: ReminderKind | 'dead-letter'; columns: readonly Column<T>[] }>;

const Kind = ({ kind }: Readonly<{ kind: ReminderKind }>) => (
  <OfKind<Item> kind={kind} columns={useColumns()} />
);

const DeadLetters = () => <OfKind<Stuck> kind="dead-letter" columns={useStuckColumns()} />;

function OfKind<T extends Readonly<{ id: string }>>({ kind, columns }: KindProps<T>) {
  const texts = useTexts(kindTexts)[kind];
  const items = useReadPages<T>(`/api/attention?kind=${kind}`);
  return (
    <SpaceBetween size="l">
      {items.items.length > 0 && (
        <Alert type="info" header={texts.means}>
          {texts.todo}
        </Alert>
      )}
      <Listing
        title={texts.name}
        columns={columns}
        items={items.items}
        idOf={({ id }) => id}
        query={items}
        empty={<Empty title={texts.none} />}
        footer={items.hasNextPage && <More query={items} />}
      />
    </SpaceBetween>
  );
}

function useStuckColumns(): readonly Column<Stuck>[] {
  const texts = useTexts(queueTexts);
  const { number } = useFormats();
  return [
    { id: 'queue', header: texts.queue, cell: ({ queue }) => texts.queues[queue] },
    { id: 'count', header: texts.count, cell: ({ count }) => number(count) },
    { id: 'hurt', header: texts.hurt, cell: ({ queue }) => texts.hurts[queue] },
  ];
}

function useColumns(): readonly Column<Item>[] {
  const texts = useTexts(attentionTexts);
  const { moment, month } = useFormats();
  const { roles } = useMe();
  const stepName = useStepName();
  return [
    {
      id: 'worker',
      header: texts.worker,
      cell: ({ workerId }) => <ShortWorker id={workerId} />,
    },
    { id: 'at', header: texts.at, cell: ({ at, runId }) => moment(at, parseRunId(runId)?.zone) },
    {
      id: 'step',
      header: texts.step,
      cell: (item) => `${stepName(item.step)} · ${texts.ofMonth(month(item.month))}`,
    },
    { id: 'reason', header: texts.reason, cell: ({ reason }) => <Reason reason={reason} /> },
    { id: 'run', header: texts.run, cell: ({ runId }) => <Run runId={runId} /> },
    // Finance sees this page too, but only admins see to texts.
    ...(roles.includes('admin')
      ? [
          {
            id: 'actions',
            header: texts.actions,
            cell: ({ kind, id, workerId }: Item) => (
              <Resolve kind={kind} id={id} about={workerId} />
            ),
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
