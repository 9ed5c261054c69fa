import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { localDate } from '#domain/calendar/dates';
import type { PaymentRecord } from '#domain/payments/payment';
import type { AttentionKind } from '#flows/attention/attention-store';
import { Resolve } from '../../attention/resolve.tsx';
import { useMonths } from '../../shared/days/months.ts';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { ShortWorker } from '../../shared/short-worker.tsx';
import { Status } from '../../shared/status.tsx';
import { matchTexts } from '../resolve/match-texts.ts';
import { reverseTexts } from '../resolve/reverse-texts.ts';
import { flagTexts } from './flag-texts.ts';
import { paymentTexts } from './payment-texts.ts';

/** What the lists share: items that need a person hold less than the payment itself. */
export type Shown = Pick<
  PaymentRecord,
  'channel' | 'reference' | 'amount' | 'paidAt' | 'workerId' | 'flags'
> &
  Partial<PaymentRecord> &
  Readonly<{ kind?: AttentionKind; id?: string }>;

/** Channel and reference identify a payment everywhere. */
export const nameOf = ({ channel, reference }: Shown): string => `${channel} ${reference}`;

export const isReversed = ({ status, flags }: Shown): boolean =>
  status === 'reversed' || flags.includes('overdrawn');

type Act = (what: 'reverse' | 'match', payment: Shown) => void;

export function usePaymentColumns() {
  const texts = useTexts(paymentTexts);
  return {
    payment: {
      id: 'payment',
      header: texts.payment,
      cell: (payment) => <Name payment={payment} />,
    },
    amount: {
      id: 'amount',
      header: texts.amount,
      width: 150,
      cell: (payment) => <Amount payment={payment} />,
    },
    worker: { id: 'worker', header: texts.worker, cell: (payment) => <Worker payment={payment} /> },
    status: {
      id: 'status',
      header: texts.status,
      width: 150,
      cell: (payment) => <Standing payment={payment} />,
    },
    why: {
      id: 'why',
      header: texts.why,
      width: 260,
      cell: (payment) => <Flags payment={payment} explained />,
    },
    actions: (act: Act) => ({
      id: 'actions',
      header: texts.actions,
      cell: (payment: Shown) => <Actions payment={payment} act={act} />,
    }),
  } satisfies Record<string, Column<Shown> | ((act: Act) => Column<Shown>)>;
}

type Of = Readonly<{ payment: Shown }>;

function Amount({ payment }: Of) {
  const { rupiah } = useFormats();
  return (
    <>
      <span className="unbroken">{rupiah(payment.amount)}</span>
      <Box color="text-body-secondary">
        <Bought payment={payment} />
      </Box>
    </>
  );
}

function Name({ payment: { channel, reference, paidAt } }: Of) {
  const { shortDate, time } = useFormats();
  const day = shortDate(localDate('Asia/Jakarta', paidAt));
  return (
    <>
      {reference}
      <Box color="text-body-secondary">
        {channel} · <span className="unbroken">{day}</span>{' '}
        <span className="unbroken">{time(paidAt, 'Asia/Jakarta')} WIB</span>
      </Box>
    </>
  );
}

function Worker({ payment: { workerId, status } }: Of) {
  const texts = useTexts(paymentTexts);
  if (workerId === null) return texts.erased;
  if (status === 'unmatched') return texts.nobody;
  return <ShortWorker id={workerId} />;
}

/** Lists of payments that need a person do not say what was bought. */
function Bought({ payment: { bought, status } }: Of) {
  const texts = useTexts(paymentTexts);
  const months = useMonths();
  if (bought && bought.length > 0) return texts.forMonths(months(bought));
  return bought && status === 'recorded' ? texts.credit : null;
}

const looks = {
  recorded: 'success',
  unmatched: 'warning',
  reversed: 'stopped',
} as const satisfies Record<PaymentRecord['status'], StatusIndicatorProps.Type>;

function Standing({ payment }: Of) {
  const texts = useTexts(paymentTexts);
  const { moment } = useFormats();
  const { status = 'recorded', reversed } = payment;
  return (
    <>
      <span className="unbroken">
        <Status type={looks[status]}>{texts.statuses[status]}</Status>
      </span>
      {reversed && (
        <Box color="text-body-secondary">
          {texts.reversed(moment(reversed.at), reversed.byName ?? reversed.by, reversed.reason)}
        </Box>
      )}
      <Flags payment={payment} />
    </>
  );
}

function Flags({ payment: { flags }, explained = false }: Of & Readonly<{ explained?: boolean }>) {
  const texts = useTexts(flagTexts);
  return flags.map((flag) => (
    <div key={flag}>
      <span className="unbroken">
        <Status type="warning">{texts[flag].name}</Status>
      </span>
      {explained && <Box color="text-body-secondary">{texts[flag].means}</Box>}
    </div>
  ));
}

function Actions({ payment, act }: Of & Readonly<{ act: Act }>) {
  const { kind, id } = payment;
  const isOver = isReversed(payment);
  if (isOver && kind !== 'flagged') return '–';
  return (
    <SpaceBetween size="s" direction="horizontal">
      {kind === 'flagged' && id && <Resolve kind={kind} id={id} about={nameOf(payment)} />}
      {payment.status === 'unmatched' && <Does what="match" payment={payment} act={act} />}
      {!isOver && <Does what="reverse" payment={payment} act={act} />}
    </SpaceBetween>
  );
}

function Does({ what, payment, act }: Of & Readonly<{ what: Parameters<Act>[0]; act: Act }>) {
  const texts = useTexts<Readonly<{ action: string; of(payment: string): string }>>(
    what === 'match' ? matchTexts : reverseTexts,
  );
  return (
    <Button
      variant="inline-link"
      wrapText={false}
      ariaLabel={texts.of(nameOf(payment))}
      onClick={() => act(what, payment)}
    >
      {texts.action}
    </Button>
  );
}
