import {
  Alert,
  Button,
  Container,
  Header,
  ProgressBar,
  SpaceBetween,
} from '@cloudscape-design/components';
import type { ProblemCode } from '#domain/problem';
import type { ImportShown } from '#flows/imports/show-import';
import { useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { asSentence, useProblemText } from '../shared/problems/problem-text.ts';
import { useFormats } from '../shared/words/format.ts';
import { useHeadingsSaid } from './columns/columns.tsx';
import type { ImportWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';
import { ImportResult } from './import-result.tsx';
import { isUnderWay, useImport } from './one-import.ts';
import { headingOf } from './refused/set-aside.tsx';
import { importTexts } from './texts.ts';

type ById = Readonly<{ importId: string; words: ImportWords; another(): void }>;

export function ImportShownById({ importId, words, another }: ById) {
  const query = useImport(importId);
  return (
    <Loaded query={query}>
      {(of) => (
        <SpaceBetween size="l">
          {of.state === 'failed' && <WhyFailed of={of} words={words} />}
          {of.state === 'done' ? (
            <ImportResult of={of} words={words} another={another} />
          ) : (
            <Progress of={of} another={another} />
          )}
        </SpaceBetween>
      )}
    </Loaded>
  );
}

type Of = Readonly<{ of: ImportShown; words: ImportWords }>;

function Progress({ of, another }: Pick<Of, 'of'> & Readonly<{ another(): void }>) {
  const texts = useTexts(importTexts);
  const { number } = useFormats();
  const { rows, fileName, dryRun } = of;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={<Button onClick={another}>{useTexts(fileTexts).another}</Button>}
        >
          {fileName}
        </Header>
      }
    >
      {isUnderWay(of) && (
        <ProgressBar
          label={dryRun ? texts.checking : texts.importing}
          description={texts.goesOn}
          value={rows.total === 0 ? 0 : Math.floor((100 * rows.done) / rows.total)}
          additionalInfo={
            of.state === 'waiting'
              ? texts.awaited
              : texts.progress(number(rows.done), number(rows.total))
          }
        />
      )}
    </Container>
  );
}

/** What was refused as a whole, or what remained undone of it. */
function WhyFailed({ of: { dryRun, problem }, words }: Of) {
  const texts = useTexts(importTexts);
  const said = useProblemText({ column: (name) => headingOf(name, words) });
  const headings = useHeadingsSaid(words);
  return (
    <Alert type="error" header={dryRun ? texts.checkFailed : texts.failed}>
      {problem && <div>{asSentence(said(problem))}</div>}
      {problem && aboutHeader.has(problem.code) && headings}
    </Alert>
  );
}

const aboutHeader: ReadonlySet<ProblemCode> = new Set(['missing-columns', 'repeated-columns']);
