import { useSearchParams } from 'react-router';
import { isDate } from '#domain/calendar/dates';
import { useToday } from '../../shared/me.tsx';

/** What finance looks for; '' where it does not matter. */
export type Sought = Readonly<{ from: string; to: string; channel: string; reference: string }>;

const names = ['from', 'to', 'channel', 'reference'] as const;

/** In the page's address, so that it can be shared; today by default. */
export function useSought(): Readonly<{ sought: Sought; look: (wanted: Sought) => void }> {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const text = (name: (typeof names)[number]) => search.get(name)?.trim() ?? '';
  const day = (name: 'from' | 'to') => (isDate(text(name)) ? text(name) : '');
  const [channel, reference] = [text('channel'), text('reference')];
  const anyDay = reference !== '' && day('from') === '';
  const from = anyDay ? '' : day('from') || today;
  const to = anyDay ? '' : day('to') || from;
  return {
    sought: { from, to: [from, to].sort()[1] ?? to, channel, reference },
    look: (wanted) =>
      setSearch(
        Object.fromEntries(names.flatMap((name) => (wanted[name] ? [[name, wanted[name]]] : []))),
      ),
  };
}

export function queryOf(sought: Sought): string {
  const given = names.flatMap((name) => (sought[name] ? [[name, sought[name]]] : []));
  return new URLSearchParams(Object.fromEntries(given)).toString();
}
