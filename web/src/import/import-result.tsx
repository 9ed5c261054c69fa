import {
  Alert,
  Box,
  Button,
  Container,
  Header,
  KeyValuePairs,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useTexts } from '../shared/language.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { useFormats } from '../shared/words/format.ts';
import { BrokenOff } from './broken-off.tsx';
import type { ImportWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';
import type { ImportRun } from './import-run.ts';
import type { Run } from './sent.ts';
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
        {
          label: texts.warnings,
          value: <Figure value={number(sum.warnings.length)} note={texts.warningsMeans} />,
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
