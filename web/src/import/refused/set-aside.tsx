import { Alert, Button, Pagination, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import type { SetAsideLine } from '#domain/imports/set-aside';
import type { ImportShown } from '#flows/imports/show-import';
import { saveFile } from '../../shared/api.ts';
import { useApi } from '../../shared/api-context.ts';
import { csvBlob } from '../../shared/csv/csv-file.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { useProblemText } from '../../shared/problems/problem-text.ts';
import { useFormats } from '../../shared/words/format.ts';
import type { ImportWords } from '../columns/words.ts';
import { asideTexts } from './aside-texts.ts';
import type { RefusedList } from './read-list.ts';
import { useRefusedList } from './refused-list.ts';

/** The API uses its own names of columns. */
export const headingOf = (name: string, { columns }: ImportWords): string =>
  columns[name]?.heading ?? name;

type Of = Readonly<{ of: ImportShown; words: ImportWords }>;

/** Lines that were not taken in, and cells that were not used, worded and ready to be saved. */
export function RefusedLines({ of, words }: Of) {
  const texts = useTexts(asideTexts);
  const { number } = useFormats();
  const query = useRefusedList(of);
  return (
    <Loaded query={query} of={texts.setAside.title}>
      {(list) => (
        <SpaceBetween size="l">
          {of.refusedThrough !== null && (
            <Alert type="warning">{texts.through(number(of.refusedThrough))}</Alert>
          )}
          {kinds
            .map((kind) => ({ kind, lines: linesOf(kind, list) }))
            .filter(({ lines }) => lines.length > 0)
            .map((shown) => (
              <Lines key={shown.kind} of={of} words={words} isWhole={list.isWhole} {...shown} />
            ))}
        </SpaceBetween>
      )}
    </Loaded>
  );
}

const kinds = ['setAside', 'warnings'] as const;
type Kind = (typeof kinds)[number];

const linesOf = (of: Kind, { lines }: RefusedList): readonly SetAsideLine[] =>
  lines.filter(({ kind }) => (kind === 'warning') === (of === 'warnings'));

type LinesProps = Of & Readonly<{ lines: readonly SetAsideLine[]; isWhole: boolean; kind: Kind }>;
type Aside = readonly string[];

const pageSize = 20;

/** A page at a time: a file may have thousands of them. */
function Lines({ of, words, lines, isWhole, kind }: LinesProps) {
  const texts = useTexts(asideTexts);
  const { title } = texts[kind];
  const { number } = useFormats();
  const [page, setPage] = useState(1);
  const said = useSaid(words);
  const save = useSave({ of, words, lines, isWhole, kind });
  const { rejected, conflicts, warnings } = of.counts;
  const pages = Math.ceil(lines.length / pageSize);
  return (
    <Listing
      title={title}
      counter={`(${number(kind === 'warnings' ? warnings : rejected + conflicts)})`}
      actions={
        <Button
          iconName="download"
          ariaLabel={`${texts.download}: ${title}`}
          onClick={() => void save()}
        >
          {texts.download}
        </Button>
      }
      columns={useColumns()}
      items={lines.slice((page - 1) * pageSize, page * pageSize).map(said)}
      idOf={([line = '', field = '']) => `${line}.${field}`}
      footer={
        pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
    />
  );
}

function useSaid(words: ImportWords): (line: SetAsideLine) => Aside {
  const { wholeLine } = useTexts(asideTexts);
  const inWords = useProblemText();
  return ({ line, field, value, ...problem }) => [
    String(line),
    field === 'line' || field === '' ? wholeLine : headingOf(field, words),
    value,
    inWords(problem),
  ];
}

/** In the reader's language; a list of which only the beginning was read, as the API wrote it. */
function useSave({ of, words, lines, isWhole, kind }: LinesProps) {
  const texts = useTexts(asideTexts);
  const api = useApi();
  const said = useSaid(words);
  const headings = [texts.line, texts.field, texts.value, texts.reason];
  const name = `${of.fileName.replace(/\.csv$/i, '')}.${texts[kind].suffix}.csv`;
  return async (): Promise<void> => {
    if (isWhole) return saveFile(name, csvBlob([headings, ...lines.map(said)]));
    const path = `/api/imports/${of.importId}`;
    const { refusedCsv } = await api.call<ImportShown>({ method: 'GET', path });
    if (refusedCsv) location.assign(refusedCsv);
  };
}

function useColumns(): readonly Column<Aside>[] {
  const texts = useTexts(asideTexts);
  const { number } = useFormats();
  const isNarrow = useIsNarrow();
  return [
    {
      id: 'line',
      header: texts.line,
      cell: ([line = '']) => `${isNarrow ? `${texts.line} ` : ''}${number(Number(line))}`,
      width: 80,
    },
    { id: 'field', header: texts.field, cell: ([, field]) => field, width: 160 },
    { id: 'value', header: texts.value, cell: ([, , value]) => value || '–', width: 150 },
    { id: 'reason', header: texts.reason, cell: ([, , , reason]) => reason },
  ];
}
