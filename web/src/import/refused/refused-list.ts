import { useQuery } from '@tanstack/react-query';
import type { ImportShown } from '#flows/imports/show-import';
import { ApiError } from '../../shared/api.ts';
import { type RefusedList, readList } from './read-list.ts';

/** What was refused of a file, from where the API says that it lies. */
export const useRefusedList = ({ importId, dryRun, refusedCsv }: ImportShown) =>
  useQuery<RefusedList, ApiError>({
    queryKey: [`/api/imports/${importId}`, 'refused', dryRun],
    queryFn: () => fetched(refusedCsv ?? ''),
    staleTime: Number.POSITIVE_INFINITY,
  });

async function fetched(url: string): Promise<RefusedList> {
  const answer = await fetch(url).catch((error: Error) => {
    throw new ApiError({ status: 0, code: 'offline', message: error.message });
  });
  if (!answer.ok || !answer.body)
    throw new ApiError({ status: answer.status, code: 'failed', message: answer.statusText });
  return readList(answer.body);
}
