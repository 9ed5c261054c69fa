import { useQuery } from '@tanstack/react-query';
import type { ShownClosing } from '#flows/closings/show-closing';
import type { Api, ApiError } from '../shared/api.ts';
import { useApi } from '../shared/api-context.ts';

type Answer = Omit<ShownClosing, 'next'> & Readonly<{ next?: string }>;

/** A closed month with all events since: their sum is what has to explain the difference. */
export function useClosing(month: string) {
  const api = useApi();
  const path = `/api/closings/${month}`;
  return useQuery<Answer, ApiError>({
    queryKey: [path],
    queryFn: () => readWhole(path, api),
    refetchOnMount: 'always',
  });
}

async function readWhole(path: string, api: Api): Promise<Answer> {
  const first = await api.call<Answer>({ method: 'GET', path });
  const events = [...first.events];
  for (let { next } = first; next; ) {
    const cursor = encodeURIComponent(next);
    const page = await api.call<Answer>({ method: 'GET', path: `${path}?cursor=${cursor}` });
    events.push(...page.events);
    next = page.next;
  }
  return { ...first, events };
}
