import { KeyValuePairs } from '@cloudscape-design/components';
import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
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

/** Those who have paid this month and those who owe. Six months hold every cohort not lapsed. */
export function ContributionsToday() {
  const texts = useTexts(contributionsTexts);
  const month = useToday().slice(0, 7);
  const cohorts = useRead<Cohorts>(`/api/renewals?from=${addMonths(month, -6)}&to=${month}`);
  return (
    <Card page="renewals" title={texts.title}>
      <Loaded query={cohorts} of={texts.title}>
        {({ items }) => <Contributions cohorts={items} month={month} />}
      </Loaded>
    </Card>
  );
}

type Of = Readonly<{ cohorts: readonly Renewals[]; month: string }>;

function Contributions({ cohorts, month }: Of) {
  const texts = useTexts(contributionsTexts);
  const earlier = cohorts.filter((each) => each.month !== month && each.open > 0);
  const cohort = cohorts.find((each) => each.month === month);
  const items = [...useThisMonth(cohort), ...useArrears(earlier)];
  if (cohorts.every(({ due, startedLate }) => due + startedLate === 0))
    return (
      <Empty title={texts.none}>
        <PageLink page="import">{texts.noneText}</PageLink>
      </Empty>
    );
  return (
    <>
      <KeyValuePairs columns={4} items={items} minColumnWidth={190} />
      {cohort?.partial && <Note padding={{ top: 'm' }}>{texts.partial}</Note>}
    </>
  );
}

function useThisMonth(cohort: Renewals | undefined) {
  const texts = useTexts(contributionsTexts);
  const { number, percent, shortRupiah, month, date } = useFormats();
  if (!cohort) return [];
  const { open, due, dueOn, onTime, inArrears, rates, amountReceived, amountDue } = cohort;
  const ofDue = texts.ofDue(number(due), date(dueOn));
  const values = { month: cohort.month };
  const share = rates.renewal === null ? null : percent(rates.renewal);
  return [
    {
      label: texts.unpaid(month(cohort.month)),
      value: <Figure value={number(open)} note={ofDue} page="workers" values={values} />,
    },
    {
      label: texts.paid,
      value: <Figure value={number(onTime + inArrears)} note={share} />,
    },
    {
      label: texts.amounts,
      value: <Figure value={shortRupiah(amountReceived)} note={texts.of(shortRupiah(amountDue))} />,
    },
  ];
}

function useArrears(earlier: readonly Renewals[]) {
  const texts = useTexts(contributionsTexts);
  const formats = useFormats();
  const sum = earlier.reduce((all, { open }) => all + open, 0);
  const months = earlier.map(({ month, open }) => (
    <div key={month}>
      <PageLink page="workers" values={{ month }}>
        {texts.rest(formats.month(month), formats.number(open))}
      </PageLink>
    </div>
  ));
  const note = months.length > 0 ? months : texts.arrearsMeans;
  return [{ label: texts.arrears, value: <Figure value={formats.number(sum)} note={note} /> }];
}
