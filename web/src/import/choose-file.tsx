import {
  Container,
  FileUpload,
  FormField,
  Header,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useState } from 'react';
import type { PageId } from '../shared/addresses.ts';
import { useTexts } from '../shared/language.tsx';
import { BackLink } from '../shared/page/back-link.tsx';
import { ColumnsOfFile, ExampleOfFile, useHeadingsSaid } from './columns/columns.tsx';
import type { ImportWords } from './columns/words.ts';
import { fileTexts } from './file-texts.ts';

export const Described = ({ words, back }: Readonly<{ words: ImportWords; back: PageId }>) => (
  <>
    <div>{words.description}</div>
    <BackLink page={back} />
  </>
);

export function ChooseFile({
  words,
  chosen,
}: Readonly<{ words: ImportWords; chosen(file: File): void }>) {
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
