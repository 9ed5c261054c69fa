import { Button, Pagination } from '@cloudscape-design/components';
import { useMemo, useState } from 'react';
import type { Rejection } from '#domain/csv/table';
import { saveFile } from '../shared/api.ts';
import { csvBlob, setAside } from '../shared/csv/csv-file.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { useProblemText } from '../shared/problems/problem-text.ts';
import { useFormats } from '../shared/words/format.ts';
import { asideTexts } from './aside-texts.ts';
import type { ImportWords } from './columns/words.ts';
import type { Run } from './sent.ts';

/** The API uses its own names of columns. */
export const headingOf = (name: string, { columns }: ImportWords): string =>
  columns[name]?.heading ?? name;

type Aside = readonly string[];

const pageSize = 20;

type Of = Readonly<{ run: Run; words: ImportWords }>;

export function SetAside({ run: { file, sum }, words }: Of) {
  const lines = useMemo(() => setAside(sum), [sum]);
  return <Lines file={file} lines={lines} words={words} kind="setAside" />;
}

export const Warnings = ({ run: { file, sum }, words }: Of) => (
  <Lines file={file} lines={sum.warnings} words={words} kind="warnings" />
);

type LinesProps = Readonly<{
  file: File;
  lines: readonly Rejection[];
  words: ImportWords;
  kind: 'setAside' | 'warnings';
}>;

/** A page at a time: a file may have thousands of them. */
function Lines({ file, lines, words, kind }: LinesProps) {
  const texts = useTexts(asideTexts);
  const { title, suffix } = texts[kind];
  const inWords = useProblemText();
  const { number } = useFormats();
  const [page, setPage] = useState(1);
  const pages = Math.ceil(lines.length / pageSize);
  const said = ({ line, field, value, ...problem }: Rejection): Aside => [
    String(line),
    field === 'line' || field === '' ? texts.wholeLine : headingOf(field, words),
    value,
    inWords(problem),
  ];
  const headings = [texts.line, texts.field, texts.value, texts.reason];
  const download = () =>
    saveFile(
      `${file.name.replace(/\.csv$/i, '')}.${suffix}.csv`,
      csvBlob([headings, ...lines.map(said)]),
    );
  return (
    <Listing
      title={title}
      counter={`(${number(lines.length)})`}
      actions={
        <Button iconName="download" ariaLabel={`${texts.download}: ${title}`} onClick={download}>
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

function useColumns(): readonly Column<Aside>[] {
  const texts = useTexts(asideTexts);
  const { number } = useFormats();
  const isNarrow = useIsNarrow();
  return [
    {
      id: 'line',
      header: texts.line,
      cell: ([line = '']) => `${isNarrow ? `${texts.line} ` : ''}${number(Number(line))}`,
      width: 90,
    },
    { id: 'field', header: texts.field, cell: ([, field]) => field, width: 170 },
    { id: 'value', header: texts.value, cell: ([, , value]) => value || '–', width: 220 },
    { id: 'reason', header: texts.reason, cell: ([, , , reason]) => reason },
  ];
}
