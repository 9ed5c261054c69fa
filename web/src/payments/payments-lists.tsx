import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { PaymentRecord } from '#domain/payments/payment';
import { isFor } from '../shared/addresses.ts';
import { SaveCsv } from '../shared/csv/save-csv.tsx';
import { DayChoice, useDay } from '../shared/days/day-choice.tsx';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { useMe } from '../shared/me.tsx';
import { useReadPages } from '../shared/reading.ts';
import { nameOf, type Shown, usePaymentColumns } from './payments-columns.tsx';
import { MatchDialog } from './payments-match.tsx';
import { ReverseDialog } from './payments-reverse.tsx';
import { csvRows, Sum } from './payments-sum.tsx';
import { paymentsTexts } from './texts.ts';

/** How long the API lists a payment by its day. */
const daysKept = 30;

export function RecentPayments() {
  const texts = useTexts(paymentsTexts);
  const formats = useFormats();
  const day = useDay();
  const columns = usePaymentColumns();
  return (
    <Payments
      path={`/api/payments?date=${day.day}`}
      file={`payments-${day.day}.csv`}
      title={texts.on(formats.date(day.day))}
      above={<DayChoice {...day} daysBack={daysKept - 1} />}
      below={<Kept />}
      columns={[columns.payment, columns.amount, columns.worker, columns.status]}
      empty={texts.none}
    />
  );
}

function Kept() {
  const texts = useTexts(paymentsTexts);
  const { roles } = useMe();
  const canSearch = isFor('workers', roles);
  return (
    <Box color="text-body-secondary">
      {texts.kept} {canSearch ? texts.older.onWorker : texts.older.ask}
    </Box>
  );
}

export function FlaggedPayments() {
  const texts = useTexts(paymentsTexts);
  const columns = usePaymentColumns();
  return (
    <Payments
      path="/api/attention?kind=flagged"
      file="payments-flagged.csv"
      title={texts.kinds.flagged}
      above={<Means kind="flagged" />}
      columns={[columns.payment, columns.amount, columns.worker, columns.why]}
      empty={texts.noneOf.flagged}
    />
  );
}

export function UnmatchedPayments() {
  const texts = useTexts(paymentsTexts);
  const columns = usePaymentColumns();
  return (
    <Payments
      path="/api/attention?kind=unmatched"
      file="payments-unmatched.csv"
      title={texts.kinds.unmatched}
      above={<Means kind="unmatched" />}
      columns={[columns.payment, columns.amount]}
      empty={texts.noneOf.unmatched}
      isUnmatched
    />
  );
}

function Means({ kind }: Readonly<{ kind: 'flagged' | 'unmatched' }>) {
  const { title, text } = useTexts(paymentsTexts).means[kind];
  return (
    <Alert type="info" header={title}>
      {text}
    </Alert>
  );
}

type PaymentsProps = Readonly<{
  path: string;
  /** What the file is called in which the list can be saved. */
  file: string;
  title: string;
  above: React.ReactNode;
  below?: React.ReactNode;
  columns: readonly Column<Shown>[];
  empty: string;
  /** The API says so by the list, not in each of its items. */
  isUnmatched?: boolean;
}>;

type Asked = Readonly<{ what: 'reverse' | 'match'; payment: Shown }>;

/** A list of payments; finance sets them right from here. */
function Payments({
  path,
  file,
  title,
  above,
  below,
  columns,
  empty,
  isUnmatched = false,
}: PaymentsProps) {
  const payments = useReadPages<PaymentRecord>(path);
  const texts = useTexts(paymentsTexts);
  const { number } = useFormats();
  const { roles } = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { actions } = usePaymentColumns();
  const close = () => setAsked(null);
  const shown = isUnmatched
    ? payments.items.map((payment) => ({ ...payment, status: 'unmatched' as const }))
    : payments.items;
  return (
    <SpaceBetween size="l">
      {above}
      <Listing<Shown>
        title={title}
        {...(shown.length > 0 && {
          counter: texts.counter(number(shown.length), payments.hasNextPage),
          actions: (
            <SaveCsv
              name={file}
              rows={() => csvRows(shown)}
              text={payments.hasNextPage ? texts.csvShown : texts.csv}
              about={title}
            />
          ),
        })}
        columns={
          roles.includes('finance')
            ? [...columns, actions((what, payment) => setAsked({ what, payment }))]
            : columns
        }
        items={shown}
        idOf={nameOf}
        query={payments}
        empty={<Empty title={empty} />}
        footer={
          shown.length > 0 && (
            <SpaceBetween size="s">
              <Sum of={shown} hasMore={payments.hasNextPage} />
              {payments.hasNextPage && <More query={payments} />}
            </SpaceBetween>
          )
        }
      />
      {below}
      {asked?.what === 'reverse' && <ReverseDialog payment={asked.payment} close={close} />}
      {asked?.what === 'match' && <MatchDialog payment={asked.payment} close={close} />}
    </SpaceBetween>
  );
}
