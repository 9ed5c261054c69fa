import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import type { ApiError } from '../api.ts';
import { Failed } from './failed.tsx';
import { Loading } from './loading.tsx';

type Query<T> = Readonly<{ data: T | undefined; error: ApiError | null; refetch: () => unknown }>;

/** What a query brought; until then that it is loading, or what failed with a button to try again. `of` names it. */
export function Loaded<T>({
  query,
  of,
  children,
}: Readonly<{ query: Query<T>; of?: string; children: (data: T) => ReactNode }>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} of={of} />;
  return <Loading />;
}

/** Said in place of a list or a chart that has nothing in it. */
export const Empty = ({ title, children }: Readonly<{ title: string; children?: ReactNode }>) => (
  <Box textAlign="center" color="text-body-secondary" padding={{ vertical: 's' }}>
    <Box fontWeight="bold" color="inherit">
      {title}
    </Box>
    {children}
  </Box>
);
