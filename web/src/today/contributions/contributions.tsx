import { KeyValuePairs } from '@cloudscape-design/components';
import { addMonths } from '#domain/calendar/dates';
import type { OwingSince } from '#domain/renewals/ageing';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { MembersAnswer } from '#flows/renewals/show-renewals';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useToday } from '../../shared/me.tsx';
import { Figure } from '../../shared/page/figure.tsx';
import { Note } from '../../shared/page/note.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { useRead } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { Card } from '../card.tsx';
import { contributionsTexts } from './texts.ts';

type Cohorts = Readonly<{ items: readonly Renewals[] }>;

/** Those who have paid this month and those who owe, by their first unpaid month. */
export function ContributionsToday() {
  const texts = useTexts(contributionsTexts);
  const month = useToday().slice(0, 7);
  const cohorts = useRead<Cohorts>(`/api/renewals?from=${month}&to=${month}`);
  const members = useRead<MembersAnswer>(`/api/members?from=${month}&to=${month}`);
  return (
    <Card page="renewals" title={texts.title}>
      <Loaded query={cohorts} of={texts.title}>
        {({ items: [cohort] }) => (
          <Loaded query={members} of={texts.title}>
            {(answer) => <Contributions cohort={cohort} members={answer} month={month} />}
          </Loaded>
        )}
      </Loaded>
    </Card>
  );
}

type Of = Readonly<{ cohort: Renewals | undefined; members: MembersAnswer; month: string }>;

function Contributions({ cohort, members: { items, owing }, month }: Of) {
  const texts = useTexts(contributionsTexts);
  const formats = useFormats();
  const thisMonth = useThisMonth(cohort, owing);
  const arrears = useArrears(owing.filter((each) => each.month !== month && each.workers > 0));
  if (items.every(({ opening, joined, closing }) => opening + joined + closing === 0))
    return (
      <Empty title={texts.none}>
        <PageLink page="import">{texts.noneText}</PageLink>
      </Empty>
    );
  return (
    <>
      <KeyValuePairs columns={4} items={[...thisMonth, ...arrears]} minColumnWidth={190} />
      <Note padding={{ top: 'm' }}>
        {texts.means(formats.month(month))} {cohort?.partial && texts.partial}
      </Note>
    </>
  );
}

function useThisMonth(cohort: Renewals | undefined, owing: readonly OwingSince[]) {
  const texts = useTexts(contributionsTexts);
  const { number, percent, shortRupiah, month, date } = useFormats();
  if (!cohort) return [];
  const { open, due, dueOn, onTime, inArrears, rates, amountReceived, amountDue } = cohort;
  const unpaid = owing.find((each) => each.month === cohort.month)?.workers ?? 0;
  const before = month(addMonths(cohort.month, -1));
  const ofDue = [
    texts.ofDue(number(due), before, date(dueOn)),
    ...(unpaid > open ? [texts.late(number(unpaid - open))] : []),
  ];
  const share = rates.renewal === null ? '' : percent(rates.renewal);
  return [
    {
      label: texts.unpaid(month(cohort.month)),
      value: (
        <Figure
          value={number(unpaid)}
          note={ofDue.join(' ')}
          page="workers"
          values={{ month: cohort.month }}
        />
      ),
    },
    {
      label: texts.paid,
      value: (
        <Figure value={number(onTime + inArrears)} note={texts.ofThem(share, number(due)).trim()} />
      ),
    },
    {
      label: texts.amounts,
      value: <Figure value={shortRupiah(amountReceived)} note={texts.of(shortRupiah(amountDue))} />,
    },
  ];
}

function useArrears(earlier: readonly OwingSince[]) {
  const texts = useTexts(contributionsTexts);
  const formats = useFormats();
  const sum = earlier.reduce((all, { workers }) => all + workers, 0);
  const months = earlier.map(({ month, workers }) => (
    <div key={month}>
      <PageLink page="workers" values={{ month }}>
        {texts.rest(formats.month(month), formats.number(workers))}
      </PageLink>
    </div>
  ));
  const note = months.length > 0 ? months : texts.arrearsMeans;
  return [{ label: texts.arrears, value: <Figure value={formats.number(sum)} note={note} /> }];
}
