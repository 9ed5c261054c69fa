import { Box, Container, Header, KeyValuePairs } from '@cloudscape-design/components';
import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { Noted } from '../../shared/page/note.tsx';
import { CoverageIndicator } from '../../shared/words/coverage.tsx';
import { factTexts } from '../../shared/words/fact-texts.ts';
import { useFormats } from '../../shared/words/format.ts';
import { owedTexts } from './owed-texts.ts';

type Of = Readonly<{ worker: WorkerView }>;

const Day = ({ children }: Readonly<{ children: string }>) => (
  <span className="unbroken">{children}</span>
);

/** Coverage, and the amount and months owed. */
export function OwedByWorker({ worker }: Of) {
  const texts = useTexts(owedTexts);
  const coveredThroughLabel = useTexts(factTexts).coveredThrough.label;
  const { rupiah, month, date } = useFormats();
  const { owed, coveredThrough, dueOn, lapsesOn, credit } = worker;
  // Credit may cover an unpaid month.
  const owesNothing = owed.amount === 0;
  const amount = owesNothing ? texts.nothing : <Box fontWeight="bold">{rupiah(owed.amount)}</Box>;
  return (
    <Container fitHeight header={<Header variant="h2">{texts.title}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: texts.coverage, value: <CoverageIndicator coverage={worker.coverage} /> },
          {
            label: texts.amount,
            value: (
              <Noted note={credit > 0 && `${texts.credit} ${rupiah(credit)}, ${texts.creditMeans}`}>
                {amount}
              </Noted>
            ),
          },
          ...(owesNothing
            ? []
            : [{ label: texts.months, value: owed.months.map(month).join(', ') }]),
          { label: coveredThroughLabel, value: month(coveredThrough) },
          // Of a lapsed member it was that of months that are no longer owed.
          ...(dueOn && worker.coverage !== 'lapsed'
            ? [{ label: texts.due, value: <Day>{date(dueOn)}</Day> }]
            : []),
          ...(lapsesOn
            ? [
                {
                  label: worker.coverage === 'lapsed' ? texts.lapsed : texts.lapses,
                  value: <Day>{date(lapsesOn)}</Day>,
                },
              ]
            : []),
          { label: texts.lastPayment, value: <LastPayment worker={worker} /> },
        ]}
      />
    </Container>
  );
}

function LastPayment({ worker: { lastPayment, zone } }: Of) {
  const texts = useTexts(owedTexts);
  const { rupiah, shortDate } = useFormats();
  if (!lastPayment) return texts.noPayment;
  const day = shortDate(localDate(zone as Zone, lastPayment.paidAt));
  const note = [day, ...texts.sources[lastPayment.source]].join(', ');
  return <Noted note={note}>{rupiah(lastPayment.amount)}</Noted>;
}
