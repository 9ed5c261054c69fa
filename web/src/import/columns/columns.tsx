import { Box, KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { fileTexts } from '../file-texts.ts';
import type { ImportWords } from './words.ts';
import type { FileColumns } from './worker-columns.ts';

type Of = Readonly<{ words: ImportWords }>;

/** What goes into which column, for people who make the file by hand. */
export function ColumnsOfFile({ words: { columns, asText } }: Of) {
  const texts = useTexts(fileTexts);
  return (
    <SpaceBetween size="m">
      <Box variant="h3">{texts.columns}</Box>
      <KeyValuePairs
        columns={3}
        // `dibayar_pemerintah` is not broken, and wider than half a phone.
        minColumnWidth={190}
        items={Object.values(columns).map(({ heading, holds, isOptional }) => ({
          label: isOptional ? `${heading} (${texts.isOptional})` : heading,
          value: holds,
        }))}
      />
      <Note>{asText}</Note>
    </SpaceBetween>
  );
}

/** The headings and one made-up row. */
export function ExampleOfFile({ words: { columns, exampleFile, title } }: Of) {
  const texts = useTexts(fileTexts);
  return (
    <SaveCsv
      name={exampleFile}
      rows={() => exampleOf(columns)}
      text={texts.example}
      about={title}
    />
  );
}

const exampleOf = (columns: FileColumns): readonly (readonly string[])[] => [
  Object.values(columns).map(({ heading }) => heading),
  Object.values(columns).map(({ example }) => example),
];

/** All headings, and which of them a file may leave out. */
export function useHeadingsSaid({ columns }: ImportWords): string {
  const texts = useTexts(fileTexts);
  const named = (isOptional: boolean) =>
    Object.values(columns)
      .filter((column) => (column.isOptional ?? false) === isOptional)
      .map(({ heading }) => heading)
      .join(', ');
  return texts.headings(named(false), named(true));
}
