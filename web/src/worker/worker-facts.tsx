import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import type { Zone } from '#domain/calendar/provinces';
import type { WorkerView } from '#domain/people/worker-view';
import { CoverageIndicator } from '../shared/coverage.tsx';
import { dateIn, useFormats, zoneNames } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Status } from '../shared/status.tsx';
import { useStepName } from '../shared/step-name.ts';
import { wordsTexts } from '../shared/words.ts';
import { workerTexts } from './texts.ts';

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

/** Coverage, what is owed for which months, and whether they are texted about it. */
export function OwedByWorker({ worker }: Of) {
  const { owed: texts, texting } = useTexts(workerTexts);
  const { rupiah, month, date } = useFormats();
  const { owed, coveredThrough, dueOn, lapsesOn, credit } = worker;
  // Credit may cover a month that is not paid yet.
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
          { label: texts.coveredThrough, value: month(coveredThrough) },
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
  const day = shortDate(dateIn(zone as Zone, lastPayment.paidAt));
  return (
    <Noted note={lastPayment.source === 'roster' ? `${day}, ${texts.byRoster}` : day}>
      {rupiah(lastPayment.amount)}
    </Noted>
  );
}

/** What the API says of it: whether, why not, and which comes next. */
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

export function AboutWorker({ worker }: Of) {
  const texts = useTexts(workerTexts);
  const { facts } = texts;
  const words = useTexts(wordsTexts);
  const { rupiah, date, phone } = useFormats();
  const { ended } = worker;
  return (
    <Container fitHeight header={<Header variant="h2">{facts.title}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          ...(ended
            ? [
                {
                  label: facts.ended,
                  value: <Noted note={texts.endReasons[ended.reason]}>{date(ended.on)}</Noted>,
                },
              ]
            : []),
          { label: facts.phone, value: worker.phone ? phone(worker.phone) : facts.noPhone },
          {
            label: facts.nik,
            value: <Noted note={facts.nikMeans}>{`•••• ${worker.nikLast4}`}</Noted>,
          },
          {
            label: facts.province,
            value: `${worker.province} (${zoneNames[worker.zone as Zone]})`,
          },
          { label: facts.language, value: words.workerLanguage[worker.language] },
          { label: facts.sector, value: words.sector[worker.sector] },
          { label: facts.income, value: rupiah(worker.income) },
          { label: facts.jht, value: worker.jht ? facts.yes : facts.no },
          { label: facts.governmentPaid, value: worker.governmentPaid ? facts.yes : facts.no },
          { label: facts.group, value: worker.group ?? facts.noGroup },
        ]}
      />
    </Container>
  );
}

/** What colleagues tell each other instead of a name or a NIK. */
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
