import {
  addMonths,
  type CalendarDate,
  isDate,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { problem } from '#domain/problem';
import { cycleKinds } from '#domain/renewals/cohorts/cohort-outcomes';
import { dimensions } from '#domain/renewals/counting/counter';
import { figuresCsv } from '#domain/renewals/files/figure';
import { memberFigures } from '#domain/renewals/files/member-figures';
import { renewalFigures } from '#domain/renewals/files/renewal-figures';
import { explainCohort } from '#flows/renewals/explain-cohort';
import { members, renewals } from '#flows/renewals/show-renewals';
import { page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { portsOf } from '#handlers/ports';
import { inQuery, monthIn, oneOf } from '#handlers/query';
import type { Request } from '#handlers/request';
import { clock, counts, once, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('renewals');
  return { settings: env.SETTINGS, ports: portsOf(env, { plans, workers, counts }) };
});

const shownRenewals = async ({ query }: Request) => {
  const { ports, settings } = await wired();
  const by = query.by ? oneOf(dimensions, 'by', query.by) : null;
  return renewals({ ...spanIn(query, by ?? 'total'), by }, ports, settings);
};

const shownMembers = async ({ query }: Request) => {
  const { ports, settings } = await wired();
  return members(spanIn(query, 'total'), ports, settings);
};

export const handler = api<'renewals'>({
  'GET /api/renewals': async (request) => ({ body: await shownRenewals(request) }),
  'GET /api/renewals.csv': async (request) => ({
    csv: figuresCsv(renewalFigures, (await shownRenewals(request)).items),
    file: 'renewals.csv',
  }),
  'GET /api/renewals/{month}/cycles': async ({ params, query }) => {
    const { ports, settings } = await wired();
    const asked = {
      month: monthIn('month', params.month),
      asOf: dateIn(query.asOf),
      kind: query.outcome ? oneOf(cycleKinds, 'outcome', query.outcome) : null,
      cursor: query.cursor || null,
    };
    return page(await explainCohort(asked, ports, settings));
  },
  'GET /api/members': async (request) => ({ body: await shownMembers(request) }),
  'GET /api/members.csv': async (request) => ({
    csv: figuresCsv(memberFigures, (await shownMembers(request)).items),
    file: 'members.csv',
  }),
});

type Span = Readonly<{ from: Month; to: Month; asOf: CalendarDate }>;

/** By default the current month alone, as of today in Jakarta. */
function spanIn({ from, to, asOf }: Request['query'], by: keyof typeof mostMonths): Span {
  const date = dateIn(asOf);
  const first = from === undefined ? monthOf(date) : monthIn('from', from);
  const last = to === undefined ? first : monthIn('to', to);
  if (last < first) throw inQuery('to', last, problem('before-from', { from: first }));
  const most = mostMonths[by];
  if (last >= addMonths(first, most))
    throw inQuery('to', last, problem('too-many-months', { most }));
  return { from: first, to: last, asOf: date };
}

/** Twelve months by province are 55 queries to the table, 36 of the whole are 11. */
const mostMonths = { total: 36, sector: 36, language: 36, tenure: 36, province: 12 } as const;

function dateIn(text: string | undefined): CalendarDate {
  const today = localDate('Asia/Jakarta', clock.now());
  if (text === undefined) return today;
  if (!isDate(text)) throw inQuery('asOf', text, problem('not-a-date'));
  if (text > today) throw inQuery('asOf', text, problem('still-to-come', { today }));
  return text;
}
