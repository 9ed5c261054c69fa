import { Cards, Header, Table } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ApiError } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useIsNarrow } from '../narrow.ts';
import { useKept } from '../page/kept.tsx';
import { sharedTexts } from '../texts.ts';
import { Failed } from './failed.tsx';

/** The first column names the row. */
export type Column<T> = Readonly<{
  id: string;
  header: string;
  cell: (item: T) => ReactNode;
  width?: number;
}>;

export type Selection<T> = Readonly<{
  selected: readonly T[];
  select: (items: readonly T[]) => void;
  /** To screen readers. */
  label: string;
  allLabel: string;
  nameOf: (item: T) => string;
}>;

type ListingProps<T> = Readonly<{
  title: string;
  /** Shown instead of the title, where that is a link. */
  heading?: ReactNode;
  /** The total, where it is known. */
  counter?: string;
  actions?: ReactNode;
  columns: readonly Column<T>[];
  items: readonly T[];
  idOf: (item: T) => string;
  /** Undefined where all is loaded. */
  query?: Readonly<{ isPending: boolean; error: ApiError | null; refetch: () => unknown }>;
  /** Shown for an empty list. */
  empty?: ReactNode;
  filter?: ReactNode;
  /** For acts on many rows. */
  selection?: Selection<T>;
  /** Below the last row: a button for more. */
  footer?: ReactNode;
}>;

/** A table; on a phone cards with the same content, so that nobody scrolls sideways. */
export function Listing<T>(props: ListingProps<T>) {
  const { title, heading, counter, columns, items, idOf, query, footer, selection } = props;
  const isNarrow = useIsNarrow();
  const filter = useKept(props.filter);
  const actions = useKept(props.actions);
  const texts = useTexts(sharedTexts);
  const shared = {
    items,
    trackBy: idOf,
    loading: query?.isPending ?? false,
    loadingText: texts.loading,
    empty: query?.error ? (
      <Failed error={query.error} retry={() => void query.refetch()} of={title} />
    ) : (
      props.empty
    ),
    filter: filter.shown,
    ...(selection && {
      selectionType: 'multi' as const,
      selectedItems: selection.selected,
      onSelectionChange: ({ detail }: Readonly<{ detail: Readonly<{ selectedItems: T[] }> }>) =>
        selection.select(detail.selectedItems),
    }),
    header: (
      <Header variant="h2" counter={counter} actions={actions.shown}>
        {heading ?? title}
      </Header>
    ),
  };
  return (
    <div>
      {isNarrow ? (
        <AsCards {...{ shared, columns, title, footer, selection }} />
      ) : (
        <Table
          {...shared}
          columnDefinitions={columns.map((column, at) => ({ ...column, isRowHeader: at === 0 }))}
          wrapLines
          enableKeyboardNavigation
          footer={footer}
          ariaLabels={{ tableLabel: title, ...(selection && labelsOf(selection)) }}
        />
      )}
      {filter.kept}
      {actions.kept}
    </div>
  );
}

type AsCardsProps<T> = Readonly<{
  shared: Omit<Parameters<typeof Cards<T>>[0], 'cardDefinition'>;
  columns: readonly Column<T>[];
  title: string;
  footer: ReactNode;
  selection: Selection<T> | undefined;
}>;

const labelsOf = <T,>({ label, allLabel, nameOf }: Selection<T>) => ({
  selectionGroupLabel: label,
  allItemsSelectionLabel: () => allLabel,
  itemSelectionLabel: (_: unknown, item: T) => nameOf(item),
});

function AsCards<T>({
  shared,
  columns: [first, ...rest],
  title,
  footer,
  selection,
}: AsCardsProps<T>) {
  return (
    <>
      <Cards
        {...shared}
        cardDefinition={{
          header: (item) => first?.cell(item),
          // The library gives the first column a wider gap, which looks wrong on a line of its own.
          sections: rest.map(({ id, header, cell }, at) => ({
            id,
            header: <div className="in-card">{header}</div>,
            content: (item: T) => <div className="in-card">{cell(item)}</div>,
            width: at === 0 || (at % 2 === 1 && at === rest.length - 1) ? 100 : 50,
          })),
        }}
        ariaLabels={{
          itemSelectionLabel: () => title,
          selectionGroupLabel: title,
          cardsLabel: title,
          ...(selection && labelsOf(selection)),
        }}
      />
      {footer}
    </>
  );
}
