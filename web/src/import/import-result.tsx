import {
  Alert,
  Box,
  Button,
  Container,
  Header,
  KeyValuePairs,
  SpaceBetween,
} from '@cloudscape-design/components';
import type { ImportShown } from '#flows/imports/show-import';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { useSend } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import type { ImportWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';
import { RefusedLines } from './refused/set-aside.tsx';
import { importTexts } from './texts.ts';

type ResultProps = Readonly<{ of: ImportShown; words: ImportWords; another(): void }>;

/** How a check or an import ended, and what can be done next. */
export function ImportResult({ of, words, another }: ResultProps) {
  const texts = useTexts(importTexts);
  const { number } = useFormats();
  return (
    <SpaceBetween size="l">
      {!of.dryRun && (
        <Alert type="success">{texts.imported(number(of.counts.accepted), of.fileName)}</Alert>
      )}
      <Container
        header={
          <Header
            variant="h2"
            description={of.dryRun ? texts.checked : texts.done}
            actions={<Button onClick={another}>{useTexts(fileTexts).another}</Button>}
          >
            {of.fileName}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Counts of={of} words={words} />
          {of.dryRun && <Confirm of={of} />}
        </SpaceBetween>
      </Container>
      {of.refusedCsv && <RefusedLines of={of} words={words} />}
    </SpaceBetween>
  );
}

type Of = Readonly<{ of: ImportShown; words: ImportWords }>;

function Counts({ of: { counts, rupiah }, words }: Of) {
  const texts = useTexts(importTexts).counts;
  const { number, rupiah: money } = useFormats();
  const figure = (label: string, value: string, note?: string) => ({
    label,
    value: <Figure value={value} note={note} />,
  });
  return (
    <KeyValuePairs
      columns={3}
      minColumnWidth={150}
      items={[
        figure(texts.accepted, number(counts.accepted)),
        ...words.counts.map(([name, label]) => figure(label, number(counts[name]))),
        figure(texts.rejected, number(counts.rejected), texts.rejectedMeans),
        figure(texts.conflicts, number(counts.conflicts), words.conflictsMeans),
        figure(texts.warnings, number(counts.warnings), texts.warningsMeans),
        ...(rupiah
          ? [
              figure(texts.total, money(rupiah.total)),
              figure(texts.recorded, money(rupiah.recorded), texts.unmatchedIn),
              figure(texts.alreadyRecorded, money(rupiah.alreadyRecorded), texts.unmatchedIn),
              figure(texts.refused, money(rupiah.refused)),
              figure(texts.flagged, money(rupiah.flagged), texts.flaggedMeans),
            ]
          : []),
      ]}
    />
  );
}

/** Applied once; asked again, it only makes sure that this has begun. */
function Confirm({ of: { importId, counts, mayApply } }: Pick<Of, 'of'>) {
  const texts = useTexts(importTexts);
  const { number } = useFormats();
  const path = `/api/imports/${importId}`;
  const apply = useSend<void>(() => ({ method: 'POST', path: `${path}/apply` }), [path]);
  if (counts.accepted === 0) return <Alert type="info">{texts.nothing}</Alert>;
  if (!mayApply) return <Alert type="info">{texts.expired}</Alert>;
  const rows = number(counts.accepted);
  return (
    <SpaceBetween size="s">
      <Box>{texts.confirmText(rows, number(counts.rejected + counts.conflicts))}</Box>
      {apply.error && (
        <Alert type="error">
          <Problem error={apply.error} />
        </Alert>
      )}
      <Button variant="primary" loading={apply.isPending} onClick={() => apply.mutate()}>
        {texts.confirm(rows)}
      </Button>
    </SpaceBetween>
  );
}
