import type { MembersAnswer, RenewalsAnswer } from '#flows/renewals/show-renewals';
import { connect } from './api-client.ts';
import { attempt, dataOption, readOptions } from './command.ts';
import { explain } from './report/explain.ts';
import { membersText } from './report/members-text.ts';
import { renewalsText } from './report/renewals-text.ts';

const usage = `npm run report -- --from 2026-10 [--to 2026-12] [--by province] [--as-of DATE]
               [--api URL] [--data DIR]
npm run report -- --explain 2026-11 [--as-of DATE] [--api URL] [--data DIR]

  --from     the first month
  --to       the last month; without it, only the first
  --by       each cohort by province, sector or language
  --explain  the rows behind the numbers of one month, and what they add up to
  --as-of    as things stood at the end of that day; without it, today
  --api      where Ingat runs, with a token in INGAT_TOKEN; without it, on this machine
  --data     the data folder on this machine (.ingat)

  Example: npm run report -- --from 2026-10 --to 2026-11 --by province`;

const text = { type: 'string' } as const;
const asked = readOptions(
  { from: text, to: text, by: text, 'as-of': text, explain: text, api: text, ...dataOption },
  usage,
);
const month = asked.explain ?? asked.from;

if (month) await attempt(report);
else {
  console.error(usage);
  process.exitCode = 2;
}

async function report(): Promise<void> {
  const { from, to, by, 'as-of': asOf, data } = asked;
  const api = await connect({ url: asked.api, data, role: 'finance' });
  // It only reads: once nobody hears it any more, there is nothing left to do.
  process.stdout.once('error', () => process.exit(0));
  if (asked.explain) return explain({ month: asked.explain, asOf }, api, console.log);
  const renewals = await api.get<RenewalsAnswer>(`/api/renewals?${query({ from, to, by, asOf })}`);
  const members = await api.get<MembersAnswer>(`/api/members?${query({ from, to, asOf })}`);
  const title = `Renewals${asOf ? ` as of ${asOf}` : ''}`;
  console.log([title, renewalsText(renewals), membersText(members), ''].join('\n\n'));
}

function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((each): each is [string, string] => !!each[1]);
  return new URLSearchParams(given).toString();
}
