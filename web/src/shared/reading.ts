import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ApiError, Call } from './api.ts';
import { useApi } from './api-context.ts';

/** Reads retry passing faults twice. Changes are repeated by a person only. */
const mayPass = ({ status, code }: ApiError): boolean =>
  code === 'offline' || status === 429 || status >= 500;

export const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Viewing a worker goes into the audit log: returning to the window is not a view.
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && mayPass(error as ApiError),
        retryDelay: (failures) => 500 * 2 ** failures,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** `GET path`. The path with its query is the key, so it is asked for once. Null asks nothing. */
export function useRead<T>(path: string | null) {
  const api = useApi();
  return useQuery<T, ApiError>({
    queryKey: [path],
    queryFn: () => api.call<T>({ method: 'GET', path: path ?? '' }),
    enabled: path !== null,
  });
}

type Paged<T> = Readonly<{ items: readonly T[]; next?: string }>;

/** Whether a list is read again whenever it comes into view, however fresh: it grows unseen. */
type Kept = Readonly<{ refetchOnMount?: 'always' }>;

/** A paged list: `items` of all pages so far, `fetchNextPage` for more. */
export function useReadPages<T>(path: string | null, kept: Kept = {}) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [path, 'pages'],
    queryFn: ({ pageParam }) =>
      api.call<Paged<T>>({ method: 'GET', path: withCursor(path ?? '', pageParam) }),
    initialPageParam: '',
    getNextPageParam: ({ next }: Paged<T>) => next,
    enabled: path !== null,
    ...kept,
  });
  return {
    ...query,
    error: query.error as ApiError | null,
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
  };
}

type Pages = Pick<
  ReturnType<typeof useReadPages>,
  'items' | 'hasNextPage' | 'isFetchingNextPage' | 'error' | 'fetchNextPage'
>;

/** Where many others lie between those asked for, a page may be empty and have a next. */
export const isLooking = ({ items, hasNextPage, error }: Omit<Pages, 'fetchNextPage'>): boolean =>
  items.length === 0 && hasNextPage && !error;

/** On through the others, to the first that was asked for. */
export function useGoOn(pages: Pages): void {
  const { isFetchingNextPage, fetchNextPage } = pages;
  const isToGoOn = isLooking(pages) && !isFetchingNextPage;
  useEffect(() => {
    if (isToGoOn) void fetchNextPage();
  }, [isToGoOn, fetchNextPage]);
}

export function withCursor(path: string, cursor: string): string {
  if (cursor === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}

/** A change. After success, reads below the paths of `changes` are refreshed in the background. */
export function useSend<Sent, T = unknown>(
  callOf: (sent: Sent) => Call,
  changes: readonly string[] = [],
) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation<T, ApiError, Sent>({
    mutationFn: (sent) => api.call<T>(callOf(sent)),
    onSuccess: () =>
      void client.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          changes.some((start) => String(path).startsWith(start)),
      }),
  });
}
