import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { PageId } from '../shared/addresses.ts';
import { useFormats } from '../shared/format.ts';
import { type Texts, useTexts } from '../shared/language.tsx';
import { BackLink } from '../shared/page/back-link.tsx';
import { Page } from '../shared/page/page.tsx';
import { ColumnsOfFile, ExampleOfFile, useHeadingsSaid } from './columns/columns.tsx';
import { type ImportWords, workersWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';
import { LeavingGuard } from './import-leaving.tsx';
import { ImportResult, SetAside } from './import-result.tsx';
import {
  type BrokenOff,
  type Destination,
  type ImportRun,
  type Run,
  useImportRun,
} from './import-run.ts';
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

const Described = ({ words, back }: Readonly<{ words: ImportWords; back: PageId }>) => (
  <>
    <div>{words.description}</div>
    <BackLink page={back} />
  </>
);

function ImportBefore({ before: { file, lastLine } }: Readonly<{ before: BrokenOff }>) {
  const texts = useTexts(importTexts).before;
  const { number } = useFormats();
  return (
    <Alert type="warning" header={texts.title}>
      {texts.text(file, number(lastLine))}
    </Alert>
  );
}

function ChooseFile({ words, chosen }: Readonly<{ words: ImportWords; chosen(file: File): void }>) {
  const texts = useTexts(fileTexts);
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <Container
      header={
        <Header variant="h2" actions={<ExampleOfFile words={words} />}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label={texts.label} description={useHeadingsSaid(words)}>
          <FileUpload
            accept=".csv,text/csv"
            value={files}
            constraintText={texts.constraint}
            onChange={({ detail: { value } }) => {
              setFiles(value);
              if (value[0]) chosen(value[0]);
            }}
          />
        </FormField>
        <ColumnsOfFile words={words} />
      </SpaceBetween>
    </Container>
  );
}

type RunProps = Readonly<{ run: Run; importing: ImportRun; words: ImportWords; another(): void }>;

function RunShown({ run, importing, words, another }: RunProps) {
  const { rejected, conflicts } = run.sum;
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
