import { SpaceBetween } from '@cloudscape-design/components';
import { useSearchParams } from 'react-router';
import type { ImportKind } from '#domain/imports/import';
import type { PageId } from '../shared/addresses.ts';
import { type Texts, useTexts } from '../shared/language.tsx';
import { Page } from '../shared/page/page.tsx';
import { ChooseFile, Described } from './choose-file.tsx';
import { type ImportWords, workersWords } from './columns/words.ts';
import { ImportShownById } from './import-shown.tsx';
import { PastImports } from './past-imports.tsx';
import { LeavingGuard } from './sending/import-leaving.tsx';
import { useUpload } from './sending/upload.ts';
import { UploadShown } from './sending/upload-shown.tsx';

export const ImportPage = () => <ImportInto kind="workers" words={workersWords} back="workers" />;

/** `back`: the page that leads here. */
type Into = Readonly<{ kind: ImportKind; words: Texts<ImportWords>; back: PageId }>;

/**
 * Choose a file, see what it would do, confirm, and see it done. The address names the import, so
 * that a reload shows it again.
 */
export function ImportInto({ kind, words: wordsOf, back }: Into) {
  const words = useTexts(wordsOf);
  const [params, setParams] = useSearchParams();
  const importId = params.get('import');
  const upload = useUpload(kind, (id) => setParams({ import: id }));
  const another = () => {
    upload.clear();
    setParams({});
  };
  return (
    <Page title={words.title} description={<Described words={words} back={back} />}>
      {importId ? (
        <ImportShownById importId={importId} words={words} another={another} />
      ) : upload.file ? (
        <UploadShown upload={upload} words={words} another={another} />
      ) : (
        <SpaceBetween size="l">
          <ChooseFile words={words} chosen={upload.begin} />
          <PastImports kind={kind} />
        </SpaceBetween>
      )}
      <LeavingGuard isOn={upload.isRunning} />
    </Page>
  );
}
