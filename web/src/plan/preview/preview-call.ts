import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { addDays } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import type { Issue } from '#domain/problem';
import type { Preview } from '#flows/preview/preview-plan';
import type { ApiError } from '../../shared/api.ts';
import { useApi } from '../../shared/api-context.ts';
import { useToday } from '../../shared/me.tsx';
import { isSame } from '../differences/changes.ts';

export type PreviewCall = Readonly<{
  /** Of the last valid draft; null before there is one. */
  preview: Preview | null;
  /** Whether the current draft has been checked, and whether the preview is of it. */
  isJudged: boolean;
  isCurrent: boolean;
  faults: readonly Issue[];
  /** Why there is no preview, if not for faults of the draft. */
  error: ApiError | null;
  refetch: () => unknown;
}>;

/** Previews and checks the draft, once nobody has typed for half a second. */
export function usePreview(
  plan: Plan,
  { days, workerId }: Readonly<{ days: number; workerId: string | null }>,
): PreviewCall {
  const api = useApi();
  const from = useToday();
  const settled = useSettled(plan, 500);
  const json = {
    plan: settled,
    from,
    to: addDays(from, days - 1),
    ...(workerId ? { workerId } : {}),
  };
  const query = useQuery<Preview, ApiError>({
    queryKey: ['/api/plan/preview', json],
    queryFn: () => api.call<Preview>({ method: 'POST', path: '/api/plan/preview', json }),
    placeholderData: keepPreviousData,
    // Nobody comes back to an earlier draft.
    gcTime: 60_000,
  });
  const answered = !query.isPending && !query.isPlaceholderData;
  const last = useRef<Readonly<{ preview: Preview | null; error: ApiError | null }>>({
    preview: null,
    error: null,
  });
  if (answered) last.current = { preview: query.data ?? last.current.preview, error: query.error };
  const { preview, error } = last.current;
  const isFault = error?.code === 'invalid';
  const isJudged = answered && isSame(settled, plan);
  return {
    ...{
      preview,
      refetch: query.refetch,
      faults: isFault ? error.issues : [],
      error: isFault ? null : error,
    },
    isJudged,
    isCurrent: isJudged && !query.error,
  };
}

function useSettled<T>(value: T, milliseconds: number): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return JSON.parse(settled);
}
