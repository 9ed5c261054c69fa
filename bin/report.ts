import type { RenewalsAnswer } from '#flows/renewals/show-renewals';
import { connect } from './api-client.ts';
import { command } from './command.ts';
import { readOptions } from './options.ts';
import { explain } from './report/explain.ts';
import { type MembersAnswer, membersText } from './report/members-text.ts';
import { renewalsText } from './report/renewals-text.ts';

const usage = `npm run report -- --from 2026-10 [--to 2026-12] [--by province] [--as-of DATE] [--api URL] [--data DIR]
npm run report -- --explain 2026-11 [--as-of DATE] [--api URL] [--data DIR]

  --from     the first month; --to the last one, without it the same
  --by       each cohort by province, sector or language
  --explain  the rows behind the numbers of one month, and what they add up to
  --as-of    as things stood when that day was over; without it, today
  --api      where Ingat runs, with a token in INGAT_TOKEN; without it, the stage on this machine
  --data     the data folder of that stage (.ingat)`;

const text = { type: 'string' } as const;
const asked = readOptions(
  {
    from: text,
    to: text,
    by: text,
    'as-of': text,
    explain: text,
    api: text,
    data: { type: 'string', default: '.ingat' },
  },
  usage,
);

await command(usage, [asked.explain ?? asked.from ?? ''], async (month) => {
  const { from, to, by, 'as-of': asOf, data } = asked;
  const api = await connect({ url: asked.api, data, role: 'finance' });
  if (asked.explain !== undefined) return explain({ month, asOf }, api, console.log);
  const query = (names: Readonly<Record<string, string | undefined>>): string =>
    new URLSearchParams(
      Object.entries(names).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
    ).toString();
  const renewals = await api.get<RenewalsAnswer>(`/api/renewals?${query({ from, to, by, asOf })}`);
  const members = await api.get<MembersAnswer>(`/api/members?${query({ from, to, asOf })}`);
  console.log(
    [
      `Renewals${asOf ? ` as of ${asOf}` : ''}`,
      renewalsText(renewals),
      membersText(members),
      '',
    ].join('\n\n'),
  );
});
