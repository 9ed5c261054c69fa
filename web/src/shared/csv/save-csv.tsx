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
export function DownloadCsv({ path, ...button }: What & Readonly<{ path: string }>) {
  const api = useApi();
  const notify = useNotify();
  const { fileCut } = useTexts(sharedTexts);
  const { isMaking, start } = useMaking();
  const download = async (from: string) => {
    const next = await api.download(from);
    if (next !== null) isCut(next);
  };
  const isCut = (next: string) =>
    notify({
      ...{ type: 'warning', header: fileCut.title, content: fileCut.text },
      action: <Button onClick={() => start(() => download(next))}>{fileCut.next}</Button>,
    });
  return <CsvButton {...button} loading={isMaking} save={() => start(() => download(path))} />;
}

/** A file that takes several calls. */
export function MakeCsv({ make, ...button }: What & Readonly<{ make: () => Promise<void> }>) {
  const { isMaking, start } = useMaking();
  return <CsvButton {...button} loading={isMaking} save={() => start(make)} />;
}

/** Whether a file is on its way; it says so where none comes. */
function useMaking() {
  const notify = useNotify();
  const { failed } = useTexts(sharedTexts);
  const [isMaking, setIsMaking] = useState(false);
  const start = (make: () => Promise<void>): void => {
    setIsMaking(true);
    void make()
      .catch((error: ApiError) =>
        notify({ type: 'error', header: failed, content: <Problem error={error} /> }),
      )
      .finally(() => setIsMaking(false));
  };
  return { isMaking, start };
}

/** A table that the API does not offer as CSV. */
export const SaveCsv = ({ name, rows, ...button }: What & SavedCsv) => (
  <CsvButton {...button} save={() => saveFile(name, csvBlob(rows()))} />
);

type CsvButtonProps = What & Readonly<{ loading?: boolean; save: () => void }>;

const CsvButton = ({ text, about, loading = false, save }: CsvButtonProps) => (
  <Button iconName="download" loading={loading} ariaLabel={`${text}: ${about}`} onClick={save}>
    {text}
  </Button>
);
