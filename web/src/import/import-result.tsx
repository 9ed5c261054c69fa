import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { NoCsv } from '#domain/csv/pieces';
import type { Rejection } from '#domain/csv/table';
import type { ProblemCode } from '#domain/problem';
import { ApiError, saveFile } from '../shared/api.ts';
import { csvBlob, setAside } from '../shared/csv/csv-file.ts';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { Figure } from '../shared/page/figure.tsx';
import { useProblemText } from '../shared/problems/problem-text.ts';
import { asideTexts } from './aside-texts.ts';
import { useHeadingsSaid } from './columns/columns.tsx';
import type { ImportWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';
import type { ImportRun, Run } from './import-run.ts';
import { importTexts } from './texts.ts';

type ResultProps = Readonly<{
  run: Run;
  importing: ImportRun;
  words: ImportWords;
  another(): void;
}>;

/** How a check or an import ended, and what can be done next. */
export function ImportResult({ run, importing, words, another }: ResultProps) {
  const texts = useTexts(importTexts);
  const { ended, kind, file, sum } = run;
  const { number } = useFormats();
  const isImported = kind === 'importing' && ended === 'whole';
  return (
    <SpaceBetween size="l">
      {ended !== 'whole' && <BrokenOff run={run} resume={importing.resume} words={words} />}
      {isImported && (
        <Alert type="success">{texts.imported(number(sum.accepted), file.name)}</Alert>
      )}
      <Container
        header={
          <Header
            variant="h2"
            description={ended === 'whole' && texts[kind].done}
            actions={<Button onClick={another}>{useTexts(fileTexts).another}</Button>}
          >
            {file.name}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {run.share > 0 && <Counts run={run} words={words} />}
          {kind === 'checking' && ended === 'whole' && (
            <Confirm run={run} confirm={importing.importAll} />
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

type BrokenOffProps = Readonly<{ run: Run; words: ImportWords; resume(): void }>;

/** Rows already imported stay, so resuming is safe. A refused file must be replaced. */
function BrokenOff({ run: { kind, ended, error, sum, lastLine }, words, resume }: BrokenOffProps) {
  const texts = useTexts(importTexts);
  const { number } = useFormats();
  const stays =
    sum.accepted > 0 ? texts.stays(number(lastLine), number(sum.accepted)) : texts.nothingYet;
  const isHopeless = error instanceof NoCsv || isRefused(error);
  return (
    <Alert
      type={ended === 'failed' ? 'error' : 'warning'}
      header={(ended === 'failed' ? texts.failed : texts.stopped)[kind]}
      action={!isHopeless && <Button onClick={resume}>{texts.resume}</Button>}
    >
      {error && <Why error={error} words={words} />}
      {kind === 'importing' && <div>{stays}</div>}
    </Alert>
  );
}

const saidOf = {
  'not-text': 'notText',
  'no-header': 'noHeader',
  unreadable: 'unreadable',
} as const;

/** What the API says about the file as a whole, with the columns that the header needs. */
const isRefused = (error: Error | null): boolean =>
  error instanceof ApiError && error.code === 'invalid';

function Why({ error, words }: Readonly<{ error: Error; words: ImportWords }>) {
  const file = useTexts(fileTexts);
  const said = useProblemText({ column: (name) => headingOf(name, words) });
  const headings = useHeadingsSaid(words);
  if (error instanceof NoCsv) return error.why === 'empty' ? words.empty : file[saidOf[error.why]];
  const [issue] = error instanceof ApiError ? error.issues : [];
  if (!issue || !isRefused(error)) return <Problem error={error} />;
  return (
    <>
      <div>{said(issue)}</div>
      {aboutHeader.has(issue.code) && headings}
    </>
  );
}

const aboutHeader: ReadonlySet<ProblemCode> = new Set([
  'unknown-columns',
  'missing-columns',
  'repeated-columns',
]);

/** The API uses its own names of columns. */
const headingOf = (name: string, { columns }: ImportWords): string =>
  columns[name]?.heading ?? name;

function Counts({ run: { sum }, words }: Readonly<{ run: Run; words: ImportWords }>) {
  const texts = useTexts(importTexts).counts;
  const { number } = useFormats();
  return (
    <KeyValuePairs
      columns={3}
      minColumnWidth={150}
      items={[
        { label: texts.accepted, value: <Figure value={number(sum.accepted)} /> },
        ...Object.entries(words.counts).map(([name, label]) => ({
          label,
          value: <Figure value={number(sum.counts[name] ?? 0)} />,
        })),
        {
          label: texts.rejected,
          value: <Figure value={number(sum.rejected.length)} note={texts.rejectedMeans} />,
        },
        {
          label: texts.conflicts,
          value: <Figure value={number(sum.conflicts.length)} note={words.conflictsMeans} />,
        },
      ]}
    />
  );
}

function Confirm({ run: { sum }, confirm }: Readonly<{ run: Run; confirm(): void }>) {
  const texts = useTexts(importTexts);
  const { number } = useFormats();
  if (sum.accepted === 0) return <Alert type="info">{texts.nothing}</Alert>;
  const rows = number(sum.accepted);
  return (
    <SpaceBetween size="s">
      <Box>{texts.confirmText(rows, number(sum.rejected.length + sum.conflicts.length))}</Box>
      <Button variant="primary" onClick={confirm}>
        {texts.confirm(rows)}
      </Button>
    </SpaceBetween>
  );
}

type Aside = readonly string[];
const pageSize = 20;

/** The rejected lines, a page at a time: a file may have thousands of them. */
export function SetAside({
  run: { file, sum },
  words,
}: Readonly<{ run: Run; words: ImportWords }>) {
  const texts = useTexts(asideTexts);
  const inWords = useProblemText();
  const { number } = useFormats();
  const [page, setPage] = useState(1);
  const lines = useMemo(() => setAside(sum), [sum]);
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
      `${file.name.replace(/\.csv$/i, '')}.${texts.suffix}.csv`,
      csvBlob([headings, ...lines.map(said)]),
    );
  return (
    <Listing
      title={texts.title}
      counter={`(${number(lines.length)})`}
      actions={
        <Button iconName="download" onClick={download}>
          {texts.download}
        </Button>
      }
      columns={useColumns()}
      items={lines.slice((page - 1) * pageSize, page * pageSize).map(said)}
      idOf={([line = '', field = '']) => `${line}.${field}`}
      empty={texts.none}
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
