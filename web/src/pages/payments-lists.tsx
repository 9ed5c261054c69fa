import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { PaymentRecord } from '#domain/payment';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useMe } from '../me.tsx';
import { useReadPages } from '../reading.ts';
import { DayChoice, useDay } from '../shared/day-choice.tsx';
import { type Column, Listing } from '../shared/listing.tsx';
import { Empty } from '../shared/loaded.tsx';
import { More } from '../shared/more.tsx';
import { paymentsTexts } from '../texts/payments.ts';
import { nameOf, type Shown, usePaymentColumns } from './payments-columns.tsx';
import { MatchDialog } from './payments-match.tsx';
import { ReverseDialog } from './payments-reverse.tsx';

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
      title={texts.on(formats.date(day.day))}
      above={<DayChoice {...day} daysBack={daysKept - 1} />}
      below={<Box color="text-body-secondary">{texts.kept}</Box>}
      columns={[columns.payment, columns.amount, columns.worker, columns.status]}
      empty={texts.none}
    />
  );
}

export function FlaggedPayments() {
  const texts = useTexts(paymentsTexts);
  const columns = usePaymentColumns();
  return (
    <Payments
      path="/api/attention?kind=flagged"
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
function Payments({ path, title, above, below, columns, empty, isUnmatched = false }: PaymentsProps) {
  const payments = useReadPages<PaymentRecord>(path);
  const { roles } = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { actions } = usePaymentColumns();
  const close = () => setAsked(null);
  const shown = isUnmatched ? payments.items.map((payment) => ({ ...payment, status: 'unmatched' as const })) : payments.items;
  return (
    <SpaceBetween size="l">
      {above}
      <Listing<Shown>
        title={title}
        columns={roles.includes('finance') ? [...columns, actions((what, payment) => setAsked({ what, payment }))] : columns}
        items={shown}
        idOf={nameOf}
        query={payments}
        empty={<Empty title={empty} />}
        footer={payments.hasNextPage && <More query={payments} />}
      />
      {below}
      {asked?.what === 'reverse' && <ReverseDialog payment={asked.payment} close={close} />}
      {asked?.what === 'match' && <MatchDialog payment={asked.payment} close={close} />}
    </SpaceBetween>
  );
}
