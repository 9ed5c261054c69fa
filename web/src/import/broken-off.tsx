import { Alert, Button } from '@cloudscape-design/components';
import { NoCsv } from '#domain/csv/pieces';
import type { ProblemCode } from '#domain/problem';
import { ApiError } from '../shared/api.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { useProblemText } from '../shared/problems/problem-text.ts';
import { useFormats } from '../shared/words/format.ts';
import { useHeadingsSaid } from './columns/columns.tsx';
import type { ImportWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';
import type { Run } from './sent.ts';
import { headingOf } from './set-aside.tsx';
import { importTexts } from './texts.ts';

type BrokenOffProps = Readonly<{ run: Run; words: ImportWords; resume(): void }>;

/** Rows already imported stay, so resuming is safe. A refused file must be replaced. */
export function BrokenOff({
  run: { kind, ended, error, sum, lastLine },
  words,
  resume,
}: BrokenOffProps) {
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

const aboutHeader: ReadonlySet<ProblemCode> = new Set(['missing-columns', 'repeated-columns']);
