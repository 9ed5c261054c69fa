import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Reminder } from '#domain/reminder';
import { addressOf } from '../addresses.ts';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useReadPages } from '../reading.ts';
import { type Column, Listing } from '../shared/listing.tsx';
import { Empty } from '../shared/loaded.tsx';
import { More } from '../shared/more.tsx';
import { Page } from '../shared/page.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { NotFoundPage } from '../shared/plain-page.tsx';
import { dayOfRun } from '../shared/run-name.ts';
import { useStepName } from '../shared/step-name.ts';
import { attentionTexts, type ReminderKind } from '../texts/attention.ts';

type Item = Pick<Reminder, 'workerId' | 'month' | 'step' | 'reason' | 'runId' | 'at'>;

/** The reminders of which something has to be known or done by a person, kind by kind. */
export function AttentionPage() {
  const texts = useTexts(attentionTexts);
  const navigate = useNavigate();
  const { kind: asked = '' } = useParams();
  const kinds = Object.keys(texts.kinds) as ReminderKind[];
  const kind = kinds.find((each) => each === asked);
  if (asked === 'unmatched' || asked === 'flagged') return <Navigate to={addressOf('payments', { kind: asked })} replace />;
  if (!kind) return <NotFoundPage />;
  return (
    <Page title={texts.title}>
      <Tabs
        activeTabId={kind}
        ariaLabel={texts.title}
        onChange={({ detail }) => void navigate(addressOf('attention', { kind: detail.activeTabId }))}
        tabs={kinds.map((id) => ({ id, label: texts.kinds[id].name, content: id === kind && <Kind key={id} kind={id} /> }))}
      />
    </Page>
  );
}

function Kind({ kind }: Readonly<{ kind: ReminderKind }>) {
  const texts = useTexts(attentionTexts).kinds[kind];
  const items = useReadPages<Item>(`/api/attention?kind=${kind}`);
  return (
    <SpaceBetween size="l">
      <Alert type="info" header={texts.means}>
        {texts.todo}
      </Alert>
      <Listing
        title={texts.name}
        columns={useColumns()}
        items={items.items}
        idOf={({ workerId, month, step }) => [workerId, month, step].join('#')}
        query={items}
        empty={<Empty title={texts.none} />}
        footer={<More query={items} />}
      />
    </SpaceBetween>
  );
}

function useColumns(): readonly Column<Item>[] {
  const texts = useTexts(attentionTexts);
  const { moment, month } = useFormats();
  const stepName = useStepName();
  return [
    {
      id: 'worker',
      header: texts.worker,
      cell: ({ workerId }) => (
        <PageLink page="worker" values={{ id: workerId }}>
          {workerId}
        </PageLink>
      ),
    },
    { id: 'at', header: texts.at, cell: ({ at }) => moment(at) },
    { id: 'step', header: texts.step, cell: (item) => `${stepName(item.step)} · ${texts.ofMonth(month(item.month))}` },
    { id: 'reason', header: texts.reason, cell: ({ reason }) => <Reason reason={reason} /> },
    { id: 'run', header: texts.run, cell: ({ runId }) => <Run runId={runId} /> },
  ];
}

/** The provider's and the carriers' own words are English. */
function Reason({ reason }: Readonly<{ reason: string | null }>) {
  const texts = useTexts(attentionTexts);
  if (reason === null) return texts.noReason;
  return texts.reasons[reason] ?? <span lang="en">{reason}</span>;
}

function Run({ runId }: Readonly<{ runId: string }>) {
  const { shortDate } = useFormats();
  const day = dayOfRun(runId);
  if (!day) return runId;
  return (
    <PageLink page="runs" values={{ date: day }}>
      <span className="unbroken">{shortDate(day)}</span>
    </PageLink>
  );
}
