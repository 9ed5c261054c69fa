import { Alert, SpaceBetween } from '@cloudscape-design/components';
import { Navigate, useNavigate, useParams } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { Page } from '../shared/page/page.tsx';
import { NotFoundPage } from '../shared/page/plain-page.tsx';
import { Views } from '../shared/page/views.tsx';
import { useReadPages } from '../shared/reading.ts';
import {
  type Item,
  type Missed,
  type Stuck,
  useColumns,
  useMissedColumns,
  useStuckColumns,
} from './columns.tsx';
import { kindTexts, type ReminderKind } from './kind-texts.ts';
import { attentionTexts } from './texts.ts';

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
        <Kind key={kind} kind={kind} />
      </Views>
    </Page>
  );
}

type KindProps<T> = Readonly<{ kind: ReminderKind | 'dead-letter'; columns: readonly Column<T>[] }>;

function Kind({ kind }: Readonly<{ kind: ReminderKind | 'dead-letter' }>) {
  if (kind === 'dead-letter') return <DeadLetters />;
  return kind === 'missed' ? <MissedTexts /> : <SingleTexts kind={kind} />;
}

const SingleTexts = ({ kind }: Readonly<{ kind: ReminderKind }>) => (
  <OfKind<Item> kind={kind} columns={useColumns()} />
);

const MissedTexts = () => <OfKind<Missed> kind="missed" columns={useMissedColumns()} />;

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
