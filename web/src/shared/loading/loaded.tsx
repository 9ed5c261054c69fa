import { Box } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ApiError } from '../api.ts';
import { Note } from '../page/note.tsx';
import { Failed } from './failed.tsx';
import { Loading } from './loading.tsx';

type Query<T> = Readonly<{ data: T | undefined; error: ApiError | null; refetch: () => unknown }>;

/** A query's data; until then a spinner, or the failure with a retry button. `of` names it. */
export function Loaded<T>({
  query,
  of,
  children,
}: Readonly<{ query: Query<T>; of?: string; children: (data: T) => ReactNode }>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} of={of} />;
  return <Loading />;
}

/** Shown instead of an empty list or chart. */
export const Empty = ({ title, children }: Readonly<{ title: string; children?: ReactNode }>) => (
  <Note textAlign="center" padding={{ vertical: 's' }}>
    <Box fontWeight="bold" color="inherit">
      {title}
    </Box>
    {children}
  </Note>
);
