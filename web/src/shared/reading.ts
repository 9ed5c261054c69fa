import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ApiError, type Call, useApi } from './api.ts';

/** A fault that may pass is tried again twice, for reading only: what changes something is repeated by a person. */
export const mayPass = ({ status, code }: ApiError): boolean =>
  code === 'offline' || status === 429 || status >= 500;

export const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Looking at a worker is written into the audit: coming back to the window is no look.
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && mayPass(error as ApiError),
        retryDelay: (failures) => 500 * 2 ** failures,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** What `GET path` answers. The path with its query is the key, so the same path is asked for once. Null asks nothing. */
export function useRead<T>(path: string | null) {
  const api = useApi();
  return useQuery<T, ApiError>({
    queryKey: [path],
    queryFn: () => api.call<T>({ method: 'GET', path: path ?? '' }),
    enabled: path !== null,
  });
}

type Paged<T> = Readonly<{ items: readonly T[]; next?: string }>;

/** A list that the API hands out page by page: `items` of all pages so far, `fetchNextPage` for more. */
export function useReadPages<T>(path: string | null) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [path, 'pages'],
    queryFn: ({ pageParam }) =>
      api.call<Paged<T>>({ method: 'GET', path: withCursor(path ?? '', pageParam) }),
    initialPageParam: '',
    getNextPageParam: ({ next }: Paged<T>) => next,
    enabled: path !== null,
  });
  return {
    ...query,
    error: query.error as ApiError | null,
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
  };
}

function withCursor(path: string, cursor: string): string {
  if (cursor === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}

/** A call that changes something. When it went well, what was read below the paths of `changes` is read anew; nobody waits for that to know that it went well. */
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
