import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportKind } from '#domain/imports/import';
import { type Api, ApiError } from '../../shared/api.ts';
import { useApi } from '../../shared/api-context.ts';

type Begun = Readonly<{
  importId: string;
  upload: Readonly<{ method: string; url: string; headers: Readonly<Record<string, string>> }>;
}>;

/** Begins a dry run of a file; `arrived` is told which import that is. `share`: from 0 to 1. */
export function useUpload(kind: ImportKind, arrived: (importId: string) => void) {
  const api = useApi();
  const [share, setShare] = useState(0);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const upload = useMutation<string, Error, File>({
    mutationFn: async (file) => {
      setShare(0);
      stop.current = new AbortController();
      const { signal } = stop.current;
      const begun = await begin(api, kind, file);
      signal.throwIfAborted();
      await put(begun, file, { heard: setShare, stop: signal });
      return begun.importId;
    },
    onSuccess: arrived,
  });
  return {
    file: upload.variables ?? null,
    isRunning: upload.isPending,
    ...{ share, error: upload.error },
    begin: (file: File) => upload.mutate(file),
    /** On its way or not: the page is as if no file had been chosen. */
    clear: () => {
      stop.current.abort();
      upload.reset();
    },
  };
}

/** Asked again before the file has arrived, it is the same import. */
const begin = (api: Api, kind: ImportKind, file: File): Promise<Begun> =>
  api.call({
    method: 'POST',
    path: '/api/imports',
    json: { kind, fileName: file.name, bytes: file.size, dryRun: true },
  });

/** The bucket answered, but did not take the file. */
export class NotTaken extends Error {}

type Heard = Readonly<{ heard: (share: number) => void; stop: AbortSignal }>;

/** Taken now, or before an answer that was lost: a file that is there is not replaced. */
const taken: readonly number[] = [200, 412];

/** By the older way of calling: fetch does not tell how much of a body has gone. */
const put = ({ upload }: Begun, file: File, { heard, stop }: Heard): Promise<void> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const lost = (message: string) => failed(new ApiError({ status: 0, code: 'offline', message }));
    request.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => heard(loaded / file.size);
    request.onload = () =>
      taken.includes(request.status) ? done() : failed(new NotTaken(request.responseText));
    request.onerror = () => lost('The upload broke off');
    request.onabort = () => lost('The upload was stopped');
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
