import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useQueries } from '@tanstack/react-query';
import type { AttentionKind } from '#flows/attention/attention-store';
import type { PageId } from '../shared/addresses.ts';
import { type ApiError, useApi } from '../shared/api.ts';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Empty, Loaded } from '../shared/loading/loaded.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { attentionTexts } from './attention-texts.ts';

type Listed = Readonly<{ items: readonly Readonly<{ count?: number }>[]; next?: string }>;
type Kind = AttentionKind | 'dead-letter';
type Counted = Readonly<{ kind: Kind; count: number; more: boolean }>;

const pageOf = {
  unknown: 'attention',
  failed: 'attention',
  missed: 'attention',
  undelivered: 'attention',
  unmatched: 'payments',
  flagged: 'payments',
  'dead-letter': 'attention',
} as const satisfies Record<Kind, PageId>;
const kinds = Object.keys(pageOf) as Kind[];

/** How much of each kind waits for a person; kinds without any are not shown. */
export function AttentionToday() {
  const texts = useTexts(attentionTexts);
  const counted = useCounted();
  return (
    <Container
      header={
        <Header variant="h2">
          <PageLink page="attention" values={{ kind: 'unknown' }} isHeading>
            {texts.title}
          </PageLink>
        </Header>
      }
    >
      <Loaded query={counted} of={texts.title}>
        {(all) => <Kinds counted={all.filter(({ count }) => count > 0)} />}
      </Loaded>
    </Container>
  );
}

function Kinds({ counted }: Readonly<{ counted: readonly Counted[] }>) {
  const texts = useTexts(attentionTexts);
  const { number } = useFormats();
  if (counted.length === 0) return <Empty title={texts.none} />;
  return (
    <KeyValuePairs
      columns={3}
      items={counted.map(({ kind, count, more }) => ({
        label: texts.kinds[kind].name,
        value: (
          <Figure
            value={more ? texts.atLeast(number(count)) : number(count)}
            note={texts.kinds[kind].means}
            page={pageOf[kind]}
            values={{ kind }}
          />
        ),
      }))}
    />
  );
}

/** An item counts as one, a dead-letter queue as its messages. */
const sizeOf = ({ items }: Listed): number => items.reduce((sum, { count = 1 }) => sum + count, 0);

/** One call per kind, combined: all of them arrived, or the first failure. */
function useCounted() {
  const api = useApi();
  const queries = useQueries({
    queries: kinds.map((kind) => {
      const path = `/api/attention?kind=${kind}`;
      return { queryKey: [path], queryFn: () => api.call<Listed>({ method: 'GET', path }) };
    }),
  });
  const counts = queries.flatMap(({ data }, at) => {
    const kind = kinds[at];
    return data && kind ? [{ kind, count: sizeOf(data), more: data.next !== undefined }] : [];
  });
  return {
    data: counts.length === kinds.length ? counts : undefined,
    error: (queries.find(({ error }) => error)?.error ?? null) as ApiError | null,
    refetch: () =>
      Promise.all(queries.filter(({ isError }) => isError).map(({ refetch }) => refetch())),
  };
}
