import { Alert, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing, type Selection } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useMe } from '../shared/me.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { Page } from '../shared/page/page.tsx';
import { NotFoundPage } from '../shared/page/plain-page.tsx';
import { Views } from '../shared/page/views.tsx';
import { isLooking, useRead } from '../shared/reading.ts';
import { useAsked, useItems } from './asked.ts';
import { useColumns, useMissedColumns, useReasonName, useStuckColumns, whoIn } from './columns.tsx';
import { useCounter } from './counter.ts';
import { AttentionFilter } from './filter.tsx';
import { filterTexts } from './filter-texts.ts';
import type { Item, Missed, Stuck } from './items.ts';
import { kindTexts, type ReminderKind } from './kind-texts.ts';
import { ResolveMany } from './resolve.tsx';
import { resolveTexts } from './resolve-texts.ts';
import { SaveItems } from './save-items.tsx';
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

function Kind({ kind }: Readonly<{ kind: ReminderKind | 'dead-letter' }>) {
  if (kind === 'dead-letter') return <DeadLetters />;
  return kind === 'missed' ? <MissedTexts /> : <SingleTexts kind={kind} />;
}

const SingleTexts = ({ kind }: Readonly<{ kind: ReminderKind }>) => (
  <OfKind<Item> kind={kind} columns={useColumns()} aboutOf={whoIn} />
);

const MissedTexts = () => (
  <OfKind<Missed> kind="missed" columns={useMissedColumns()} aboutOf={({ runId }) => runId} />
);

function DeadLetters() {
  const texts = useTexts(kindTexts)['dead-letter'];
  const stuck = useRead<Readonly<{ items: readonly Stuck[] }>>('/api/attention?kind=dead-letter');
  const items = stuck.data?.items ?? [];
  return (
    <SpaceBetween size="l">
      {items.length > 0 && <Means kind="dead-letter" />}
      <Listing
        title={texts.name}
        columns={useStuckColumns()}
        items={items}
        idOf={({ id }) => id}
        query={stuck}
        empty={<Empty title={texts.none} />}
      />
    </SpaceBetween>
  );
}

type KindProps<T> = Readonly<{
  kind: ReminderKind;
  columns: readonly Column<T>[];
  /** Names an item to screen readers. */
  aboutOf: (item: T) => string;
}>;

function OfKind<T extends Readonly<{ id: string }>>({ kind, columns, aboutOf }: KindProps<T>) {
  const texts = useTexts(kindTexts)[kind];
  const { noneAsked } = useTexts(filterTexts);
  const asked = useAsked();
  const reasonName = useReasonName();
  const { items, totals, isEmpty } = useItems<T>(kind, asked);
  const counter = useCounter()(items.items.length, totals);
  const selection = useChosen(items.items, aboutOf);
  return (
    <SpaceBetween size="l">
      {items.items.length > 0 && <Means kind={kind} />}
      <Listing
        title={texts.name}
        {...(items.items.length > 0 && counter && { counter })}
        {...(selection &&
          items.items.length > 0 && {
            selection,
            actions: (
              <SpaceBetween direction="horizontal" size="xs">
                {/* A missed slice is about many, whom it does not name. */}
                {kind !== 'missed' && <SaveItems kind={kind} asked={asked} />}
                <ResolveMany
                  kind={kind}
                  ids={selection.selected.map(({ id }) => id)}
                  done={() => selection.select([])}
                />
              </SpaceBetween>
            ),
          })}
        columns={columns}
        items={items.items}
        idOf={({ id }) => id}
        query={{ ...items, isPending: items.isPending || isLooking(items) }}
        filter={
          !isEmpty && (
            <AttentionFilter
              asked={asked}
              totals={totals}
              names={['province', 'group', 'reason', 'order']}
              reasonName={(reason) => reasonName(reason) ?? reason}
            />
          )
        }
        empty={
          asked.isAsked ? (
            <Empty title={noneAsked} />
          ) : (
            <Empty title={texts.none}>{texts.noneMeans}</Empty>
          )
        }
        footer={items.items.length > 0 && items.hasNextPage && <More query={items} />}
      />
    </SpaceBetween>
  );
}

/** Finance sees this page too, but only admins see to texts. */
function useChosen<T extends Readonly<{ id: string }>>(
  items: readonly T[],
  nameOf: (item: T) => string,
): Selection<T> | null {
  const texts = useTexts(resolveTexts);
  const { roles } = useMe();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  if (!roles.includes('admin')) return null;
  return {
    selected: items.filter(({ id }) => ids.has(id)),
    select: (chosen) => setIds(new Set(chosen.map(({ id }) => id))),
    ...{ label: texts.select, allLabel: texts.selectAll, nameOf },
  };
}

function Means({ kind }: Readonly<{ kind: ReminderKind | 'dead-letter' }>) {
  const { means, todo } = useTexts(kindTexts)[kind];
  return (
    <Alert type="info" header={means}>
      {todo}
    </Alert>
  );
}
