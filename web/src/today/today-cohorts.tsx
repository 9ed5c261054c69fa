import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohort';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Empty, Loaded } from '../shared/loading/loaded.tsx';
import { useToday } from '../shared/me.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useRead } from '../shared/reading.ts';
import { todayTexts } from './texts.ts';

type Cohorts = Readonly<{ items: readonly Renewals[] }>;

/** This month's cohort and those before it that may still be unpaid and not lapsed: six months hold them whatever the setting. */
function useCohorts() {
  const month = useToday().slice(0, 7);
  return useRead<Cohorts>(`/api/renewals?from=${addMonths(month, -6)}&to=${month}`);
}

export function DueToday() {
  const texts = useTexts(todayTexts).due;
  const cohorts = useCohorts();
  return (
    <Container fitHeight header={<Header variant="h2">{texts.title}</Header>}>
      <Loaded query={cohorts} of={texts.title}>
        {({ items }) => <Due cohorts={items} />}
      </Loaded>
    </Container>
  );
}

function Due({ cohorts }: Readonly<{ cohorts: readonly Renewals[] }>) {
  const texts = useTexts(todayTexts).due;
  const formats = useFormats();
  const today = useToday();
  if (cohorts.every(({ due, startedLate }) => due + startedLate === 0))
    return (
      <Empty title={texts.none}>
        <PageLink page="import">{texts.noneText}</PageLink>
      </Empty>
    );
  const [overdue, waiting] = [
    cohorts.filter(({ dueOn }) => dueOn < today),
    cohorts.filter(({ dueOn }) => dueOn >= today),
  ];
  const arrears = overdue.filter(({ open }) => open > 0);
  return (
    <KeyValuePairs
      columns={2}
      items={[
        ...waiting.map(({ month, dueOn, open }) => ({
          label: texts.month(formats.month(month)),
          value: (
            <Figure
              value={formats.number(open)}
              note={texts.on(formats.date(dueOn))}
              page="workers"
              values={{ month }}
            />
          ),
        })),
        {
          label: texts.arrears,
          value: (
            <Figure
              value={formats.number(arrears.reduce((sum, { open }) => sum + open, 0))}
              note={
                arrears.length > 0
                  ? arrears.map(({ month, open }) => (
                      <div key={month}>
                        <PageLink page="workers" values={{ month }}>
                          {texts.rest(formats.month(month), formats.number(open))}
                        </PageLink>
                      </div>
                    ))
                  : texts.arrearsMeans
              }
            />
          ),
        },
      ]}
    />
  );
}

export function GlanceAtMonth() {
  const texts = useTexts(todayTexts).glance;
  const formats = useFormats();
  const month = useToday().slice(0, 7);
  const cohorts = useCohorts();
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2">
          <PageLink page="renewals" isHeading>
            {texts.title(formats.month(month))}
          </PageLink>
        </Header>
      }
    >
      <Loaded query={cohorts} of={texts.title(formats.month(month))}>
        {({ items }) => <Glance cohort={items.find((each) => each.month === month)} />}
      </Loaded>
    </Container>
  );
}

function Glance({ cohort }: Readonly<{ cohort: Renewals | undefined }>) {
  const texts = useTexts(todayTexts).glance;
  const { number, percent, rupiah } = useFormats();
  if (!cohort) return null;
  const {
    due,
    onTime,
    inArrears,
    rates,
    amountReceived,
    amountDue,
    reminders,
    spendRupiah,
    partial,
  } = cohort;
  return (
    <>
      <KeyValuePairs
        columns={2}
        items={[
          { label: texts.due, value: <Figure value={number(due)} /> },
          {
            label: texts.paid,
            value: <Figure value={number(onTime + inArrears)} note={percent(rates.renewal)} />,
          },
          {
            label: texts.amounts,
            value: <Figure value={rupiah(amountReceived)} note={texts.of(rupiah(amountDue))} />,
          },
          {
            label: texts.texts,
            value: <Figure value={number(reminders.sent)} note={texts.cost(rupiah(spendRupiah))} />,
          },
        ]}
      />
      {partial && (
        <Box color="text-body-secondary" padding={{ top: 'm' }}>
          {texts.partial}
        </Box>
      )}
    </>
  );
}
