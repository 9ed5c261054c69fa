import { Container, Header, KeyValuePairs } from '@cloudscape-design/components';
import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohort';
import { useTexts } from '../shared/language.tsx';
import { Empty, Loaded } from '../shared/loading/loaded.tsx';
import { useToday } from '../shared/me.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { cohortsTexts } from './cohorts-texts.ts';

type Cohorts = Readonly<{ items: readonly Renewals[] }>;

/** Six months hold every cohort that is unpaid and not lapsed, whatever the lapse setting. */
export function useCohorts() {
  const month = useToday().slice(0, 7);
  return useRead<Cohorts>(`/api/renewals?from=${addMonths(month, -6)}&to=${month}`);
}

export function DueToday() {
  const texts = useTexts(cohortsTexts);
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
  const texts = useTexts(cohortsTexts);
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
