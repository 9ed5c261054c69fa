import { useSearchParams } from 'react-router';
import { useToday } from '../shared/me.tsx';

const asks = ['month', 'zone', 'province', 'group'] as const;

/** Empty asks for nothing. */
export type OwingAsked = Readonly<Record<(typeof asks)[number], string>>;

/** In the address, so that a colleague can be sent there; this month where no other is asked. */
export function useOwingAsked() {
  const [search, setSearch] = useSearchParams();
  const today = useToday();
  const asked = {
    ...Object.fromEntries(asks.map((name) => [name, search.get(name) ?? ''])),
    month: search.get('month') ?? today.slice(0, 7),
  } as OwingAsked;
  const ask = (changed: Partial<OwingAsked>) =>
    setSearch(given({ ...asked, ...changed }), { replace: true });
  return { asked, ask };
}

export const given = (asked: OwingAsked): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
