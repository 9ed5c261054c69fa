import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportShown } from '#flows/imports/show-import';
import type { ApiError } from '../shared/api.ts';
import { useApi } from '../shared/api-context.ts';

const everyMilliseconds = 1_000;

export const isUnderWay = ({ state }: Pick<ImportShown, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** An import, read again and again until it has ended. It needs nobody who looks. */
export function useImport(importId: string) {
  const api = useApi();
  const client = useQueryClient();
  const path = `/api/imports/${importId}`;
  const query = useQuery<ImportShown, ApiError>({
    queryKey: [path],
    queryFn: () => api.call<ImportShown>({ method: 'GET', path }),
    refetchInterval: ({ state: { data } }) => data && isUnderWay(data) && everyMilliseconds,
  });
  const isApplied = query.data?.state === 'done' && !query.data.dryRun;
  useEffect(() => {
    const isOther = ({ queryKey: [key] }: { queryKey: readonly unknown[] }) => key !== path;
    if (isApplied) void client.invalidateQueries({ predicate: isOther });
  }, [client, isApplied, path]);
  return query;
}
