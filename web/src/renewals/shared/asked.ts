import { useSearchParams } from 'react-router';
import { addDays, addMonths, isDate, isMonth } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useToday } from '../../shared/me.tsx';

export const views = [
  'rates',
  'curve',
  'groups',
  'effect',
  'worth',
  'kept',
  'steps',
  'members',
] as const;
export type View = (typeof views)[number];
export const dimensions = [
  'province',
  'sector',
  'language',
  'tenure',
] as const satisfies readonly Renewals['by'][];

type Name = 'from' | 'to' | 'asOf' | 'view' | 'month' | 'by';
export type Asked = Readonly<{
  from: string;
  to: string;
  /** Null for today. */
  asOf: string | null;
  /** `asOf`, or today. */
  day: string;
  /** `day`, or the day before where `day` is not over. */
  wholeDay: string;
  view: View;
  /** The cohort of views about a single one: the last month asked for unless chosen. */
  month: string;
  isMonthChosen: boolean;
  by: (typeof dimensions)[number];
  set(values: Readonly<Partial<Record<Name, string | null>>>): void;
}>;

/** The choice in the address, which can be shared; by default the last six months, as of today. */
export function useAsked(): Asked {
  const [query, setQuery] = useSearchParams();
  const today = useToday();
  const valid = (name: Name, isValid: (text: string) => boolean): string | null =>
    [query.get(name)].find((text) => text !== null && isValid(text)) ?? null;
  const monthIn = (name: Name) => valid(name, isMonth);
  const asOf = valid('asOf', isDate);
  const day = asOf ?? today;
  const to = monthIn('to') ?? monthIn('from') ?? day.slice(0, 7);
  const from = monthIn('from') ?? addMonths(to, -5);
  return {
    ...{ from, to, asOf, day, wholeDay: day < today ? day : addDays(today, -1) },
    view: views.find((each) => each === query.get('view')) ?? 'rates',
    month: monthIn('month') ?? to,
    isMonthChosen: monthIn('month') !== null,
    by: dimensions.find((each) => each === query.get('by')) ?? 'province',
    set: (values) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values))
            value === null ? next.delete(name) : next.set(name, value);
          return next;
        },
        { replace: true },
      ),
  };
}

const handedOn = ['from', 'to', 'asOf', 'view', 'by'] as const satisfies readonly Name[];

/**
 * The values for the link to a cohort's rows, and for the one back to the same view.
 * On the page of rows `month` is the cohort, so the chosen month travels as `chosen`.
 */
export function useWay(): Readonly<Record<'there' | 'back', Readonly<Record<string, string>>>> {
  const [query] = useSearchParams();
  const given = (name: string, as: string = name): Record<string, string> => {
    const value = query.get(name);
    return value === null ? {} : { [as]: value };
  };
  const both = Object.assign({}, ...handedOn.map((name) => given(name)));
  return {
    there: { ...both, ...given('month', 'chosen') },
    back: { ...both, ...given('chosen', 'month') },
  };
}

/** `path` for the months asked for, as of the day asked for. */
export const spanPath = (path: string, { from, to, asOf }: Asked): string =>
  pathOf(path, { from, to, asOf });

/** The API's path with what was asked; what is null is left out. */
export function pathOf(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
