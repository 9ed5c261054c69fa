import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { abbreviationOf } from '#domain/calendar/zones';
import type { WorkerFacts } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import { CoverageIndicator } from '../../shared/coverage.tsx';
import { factTexts } from '../../shared/fact-texts.ts';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { Status } from '../../shared/status.tsx';
import { useStepName } from '../../shared/step-name.ts';
import { wordsTexts } from '../../shared/words.ts';
import { workerTexts } from '../texts.ts';

type Of = Readonly<{ worker: WorkerView }>;

const Noted = ({ children, note }: Readonly<{ children: ReactNode; note?: ReactNode }>) => (
  <>
    {children}
    {note && <Box color="text-body-secondary">{note}</Box>}
  </>
);

const Day = ({ children }: Readonly<{ children: string }>) => (
  <span className="unbroken">{children}</span>
);

/** Coverage, the amount and months owed, and whether the worker is texted about them. */
export function OwedByWorker({ worker }: Of) {
  const { owed: texts, texting } = useTexts(workerTexts);
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
          ...(dueOn ? [{ label: texts.due, value: <Day>{date(dueOn)}</Day> }] : []),
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
      <Box margin={{ top: 'l' }}>
        <KeyValuePairs
          columns={1}
          items={[{ label: texting.title, value: <Texting worker={worker} /> }]}
        />
      </Box>
    </Container>
  );
}

function LastPayment({ worker: { lastPayment, zone } }: Of) {
  const texts = useTexts(workerTexts).owed;
  const { rupiah, shortDate } = useFormats();
  if (!lastPayment) return texts.noPayment;
  const day = shortDate(localDate(zone as Zone, lastPayment.paidAt));
  return (
    <Noted note={lastPayment.source === 'roster' ? `${day}, ${texts.byRoster}` : day}>
      {rupiah(lastPayment.amount)}
    </Noted>
  );
}

/** Whether the worker is texted, why not, and which text is next, as the API says. */
function Texting({ worker }: Of) {
  const texts = useTexts(workerTexts).texting;
  const { number } = useFormats();
  const because = useWhyNotTexted(worker);
  const { status, reason } = worker.texting;
  const { type, head, means } =
    status === 'not-texted'
      ? { type: 'stopped' as const, head: texts.not, means: because }
      : worker.phoneFailures > 0
        ? { type: 'warning' as const, ...texts.phoneFailures(number(worker.phoneFailures)) }
        : reason === 'held-out'
          ? { type: 'info' as const, ...texts.heldOut }
          : { type: 'success' as const, ...texts.gets };
  return (
    <Noted note={means}>
      <Status type={type}>{head}</Status>
      <NextText worker={worker} />
    </Noted>
  );
}

function NextText({ worker: { texting } }: Of) {
  const texts = useTexts(workerTexts).texting;
  const { shortDate } = useFormats();
  const stepName = useStepName();
  const { next } = texting;
  return next && <Box>{texts.next(stepName(next.step), shortDate(next.date))}</Box>;
}

function useWhyNotTexted({ stopped, texting: { reason } }: WorkerView): string | null {
  const texts = useTexts(workerTexts).texting;
  const { skipped } = useTexts(wordsTexts);
  const { date } = useFormats();
  if (reason === 'stopped' && stopped?.until) return texts.until(date(stopped.until));
  return reason && { ...skipped, ...texts.because }[reason];
}

/** Facts shown elsewhere: in the title, and beside what is owed. */
type FactsElsewhere = 'name' | 'coveredThrough';

export function AboutWorker({ worker }: Of) {
  const { facts, endReasons } = useTexts(workerTexts);
  const words = useTexts(wordsTexts);
  const labels = useTexts(factTexts);
  const { rupiah, date, phone } = useFormats();
  const { ended } = worker;
  const yesOrNo = (answer: boolean) => (answer ? facts.yes : facts.no);
  const said: Record<Exclude<keyof WorkerFacts, FactsElsewhere> | 'nik', ReactNode> = {
    ended: ended && <Noted note={endReasons[ended.reason]}>{date(ended.on)}</Noted>,
    phone: worker.phone ? phone(worker.phone) : facts.none,
    nik: <Noted note={facts.nikMeans}>{`•••• ${worker.nikLast4}`}</Noted>,
    province: `${worker.province} (${abbreviationOf(worker.zone as Zone)})`,
    language: words.workerLanguage[worker.language],
    sector: words.sector[worker.sector],
    income: rupiah(worker.income),
    jht: yesOrNo(worker.jht),
    governmentPaid: yesOrNo(worker.governmentPaid),
    group: worker.group ?? facts.none,
  };
  const items = Object.entries(said).map(([fact, value]) => ({
    label: fact === 'nik' ? facts.nik : labels[fact as keyof WorkerFacts].label,
    value,
  }));
  return (
    <Container fitHeight header={<Header variant="h2">{facts.title}</Header>}>
      <KeyValuePairs columns={2} items={items.filter(({ value }) => value !== null)} />
    </Container>
  );
}

/** Colleagues exchange this id instead of a name or NIK. */
export function CopiedId({ workerId }: Readonly<{ workerId: string }>) {
  const { facts } = useTexts(workerTexts);
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={workerId}
      copySuccessText={facts.copied}
      copyErrorText={facts.notCopied}
      copyButtonAriaLabel={facts.copy}
    />
  );
}
