import { Container, Header, KeyValuePairs } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohort';
import { useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { useToday } from '../shared/me.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { Note } from '../shared/page/note.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useFormats } from '../shared/words/format.ts';
import { glanceTexts } from './glance-texts.ts';
import { useCohorts } from './today-cohorts.tsx';

export function GlanceAtMonth() {
  const texts = useTexts(glanceTexts);
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
  const texts = useTexts(glanceTexts);
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
      {partial && <Note padding={{ top: 'm' }}>{texts.partial}</Note>}
    </>
  );
}
