import { Link } from '@cloudscape-design/components';
import type { ImportKind } from '#domain/imports/import';
import type { ImportView } from '#domain/imports/import-view';
import { addressOf, type PageId } from '../shared/addresses.ts';
import { useFollow } from '../shared/follow.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useReadPages } from '../shared/reading.ts';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { pastTexts } from './past-texts.ts';

const pageOf = { workers: 'import', payments: 'payments-import' } as const satisfies Record<
  ImportKind,
  PageId
>;

/** Files that were brought in, the latest first; each leads to what came of it. */
export function PastImports({ kind }: Readonly<{ kind: ImportKind }>) {
  const texts = useTexts(pastTexts);
  const query = useReadPages<ImportView>('/api/imports', { refetchOnMount: 'always' });
  // Whoever is both admin and finance is told of both kinds.
  const items = query.items.filter((each) => each.kind === kind);
  return (
    <Listing
      title={texts.title}
      columns={useColumns()}
      items={items}
      idOf={({ importId }) => importId}
      query={query}
      empty={<Empty title={texts.none} />}
      footer={query.hasNextPage && <More query={query} />}
    />
  );
}

const icons = {
  waiting: 'pending',
  running: 'in-progress',
  done: 'success',
  failed: 'error',
} as const;

function useColumns(): readonly Column<ImportView>[] {
  const texts = useTexts(pastTexts);
  const { moment, number } = useFormats();
  const follow = useFollow();
  return [
    {
      id: 'file',
      header: texts.file,
      cell: ({ importId, kind, fileName }) => (
        <Link href={addressOf(pageOf[kind], { import: importId })} onFollow={follow}>
          {fileName}
        </Link>
      ),
    },
    { id: 'begun', header: texts.begun, cell: ({ begunAt }) => moment(begunAt), width: 230 },
    { id: 'by', header: texts.by, cell: ({ byName }) => byName, width: 180 },
    {
      id: 'state',
      header: texts.state,
      cell: ({ state, dryRun }) => (
        <Status type={icons[state]}>{(dryRun ? texts.checks : texts.imports)[state]}</Status>
      ),
      width: 250,
    },
    {
      id: 'rows',
      header: texts.rows,
      cell: ({ rows, counts: { accepted, rejected, conflicts } }) =>
        rows.done === 0 ? '–' : texts.counts(number(accepted), number(rejected + conflicts)),
      width: 210,
    },
  ];
}
