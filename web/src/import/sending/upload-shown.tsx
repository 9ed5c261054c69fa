import {
  Alert,
  Button,
  Container,
  Header,
  ProgressBar,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import type { ImportWords } from '../columns/words.ts';
import { fileTexts } from '../file-texts.ts';
import { importTexts } from '../texts.ts';
import { NotTaken, type useUpload } from './upload.ts';

type UploadProps = Readonly<{
  upload: ReturnType<typeof useUpload>;
  words: ImportWords;
  another(): void;
}>;

/** A file on its way, or why it did not arrive. */
export function UploadShown({ upload, words, another }: UploadProps) {
  const texts = useTexts(importTexts);
  const { another: anotherFile } = useTexts(fileTexts);
  const { file, error, share, isRunning } = upload;
  return (
    <SpaceBetween size="l">
      {error && (
        <Alert
          type="error"
          header={texts.notSent}
          action={
            file &&
            file.size > 0 && <Button onClick={() => upload.begin(file)}>{texts.again}</Button>
          }
        >
          <Why error={error} empty={file?.size === 0 ? words.empty : null} />
        </Alert>
      )}
      <Container
        header={
          <Header variant="h2" actions={error && <Button onClick={another}>{anotherFile}</Button>}>
            {file?.name}
          </Header>
        }
      >
        {isRunning && (
          <SpaceBetween size="m">
            <ProgressBar label={texts.sending} value={Math.floor(100 * share)} />
            <Button onClick={another}>{texts.stopSending}</Button>
          </SpaceBetween>
        )}
      </Container>
    </SpaceBetween>
  );
}

function Why({ error, empty }: Readonly<{ error: Error; empty: string | null }>) {
  const texts = useTexts(importTexts);
  if (empty) return empty;
  return error instanceof NotTaken ? texts.notTaken : <Problem error={error} />;
}
