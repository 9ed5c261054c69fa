import {
  Button,
  Container,
  Header,
  ProgressBar,
  SpaceBetween,
} from '@cloudscape-design/components';
import type { PageId } from '../shared/addresses.ts';
import { type Texts, useTexts } from '../shared/language.tsx';
import { Page } from '../shared/page/page.tsx';
import { useFormats } from '../shared/words/format.ts';
import { ChooseFile, Described, ImportBefore } from './choose-file.tsx';
import { type ImportWords, workersWords } from './columns/words.ts';
import { LeavingGuard } from './import-leaving.tsx';
import { ImportResult } from './import-result.tsx';
import { type ImportRun, useImportRun } from './import-run.ts';
import type { Destination, Run } from './sent.ts';
import { SetAside, Warnings } from './set-aside.tsx';
import { importTexts } from './texts.ts';

const toWorkers: Destination = { path: '/api/workers/import', note: 'import' };

export const ImportPage = () => <ImportInto to={toWorkers} words={workersWords} back="workers" />;

/** `back`: the page that leads here. */
type Into = Readonly<{ to: Destination; words: Texts<ImportWords>; back: PageId }>;

/** Choose a file, see what it would do, confirm, and see it done. */
export function ImportInto({ to, words: wordsOf, back }: Into) {
  const words = useTexts(wordsOf);
  const importing = useImportRun(to);
  const { run, before, check, clear } = importing;
  return (
    <Page title={words.title} description={<Described words={words} back={back} />}>
      {before && <ImportBefore before={before} />}
      {run ? (
        <RunShown run={run} importing={importing} words={words} another={clear} />
      ) : (
        <ChooseFile words={words} chosen={check} />
      )}
      <LeavingGuard isOn={run?.kind === 'importing' && run.ended === null} />
    </Page>
  );
}

type RunProps = Readonly<{ run: Run; importing: ImportRun; words: ImportWords; another(): void }>;

function RunShown({ run, importing, words, another }: RunProps) {
  const { rejected, conflicts, warnings } = run.sum;
  return (
    <SpaceBetween size="l">
      {run.ended === null ? (
        <Progress run={run} stop={importing.stop} />
      ) : (
        <ImportResult run={run} importing={importing} words={words} another={another} />
      )}
      {run.ended !== null && rejected.length + conflicts.length > 0 && (
        <SetAside run={run} words={words} />
      )}
      {run.ended !== null && warnings.length > 0 && <Warnings run={run} words={words} />}
    </SpaceBetween>
  );
}

function Progress({ run: { kind, file, share, sum }, stop }: Readonly<{ run: Run; stop(): void }>) {
  const texts = useTexts(importTexts);
  const { number } = useFormats();
  const rows = sum.accepted + sum.rejected.length + sum.conflicts.length;
  return (
    <Container header={<Header variant="h2">{file.name}</Header>}>
      <SpaceBetween size="m">
        <ProgressBar
          label={texts[kind].title}
          value={Math.floor(100 * share)}
          additionalInfo={texts.progress(number(rows))}
        />
        <Button onClick={stop}>{texts[kind].stop}</Button>
      </SpaceBetween>
    </Container>
  );
}
