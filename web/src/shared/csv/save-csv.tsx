import { Button } from '@cloudscape-design/components';
import { useState } from 'react';
import { type ApiError, saveFile } from '../api.ts';
import { useApi } from '../api-context.ts';
import { useTexts } from '../language.tsx';
import { Problem } from '../loading/failed.tsx';
import { useNotify } from '../notices.tsx';
import { sharedTexts } from '../texts.ts';
import { csvBlob } from './csv-file.ts';
import type { SavedCsv } from './saved-csv.ts';

type What = Readonly<{ text: string; about: string }>;

/** The CSV form of an API address. */
export function DownloadCsv({ path, text, about }: What & Readonly<{ path: string }>) {
  const api = useApi();
  const notify = useNotify();
  const texts = useTexts(sharedTexts);
  const [isLoading, setIsLoading] = useState(false);
  const download = async (from: string) => {
    setIsLoading(true);
    await api
      .download(from)
      .then((next) => next !== null && isCut(next))
      .catch((error: ApiError) =>
        notify({ type: 'error', header: texts.failed, content: <Problem error={error} /> }),
      )
      .finally(() => setIsLoading(false));
  };
  const isCut = (next: string) =>
    notify({
      ...{ type: 'warning', header: texts.fileCut.title, content: texts.fileCut.text },
      action: <Button onClick={() => void download(next)}>{texts.fileCut.next}</Button>,
    });
  return (
    <Button
      iconName="download"
      loading={isLoading}
      ariaLabel={`${text}: ${about}`}
      onClick={() => void download(path)}
    >
      {text}
    </Button>
  );
}

/** A table that the API does not offer as CSV. */
export function SaveCsv({ name, rows, text, about }: What & SavedCsv) {
  const save = () => saveFile(name, csvBlob(rows()));
  return (
    <Button iconName="download" ariaLabel={`${text}: ${about}`} onClick={save}>
      {text}
    </Button>
  );
}
