import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { WorkerView } from '#domain/people/worker-view';
import type { ApiError } from '../shared/api.ts';
import { useMonths } from '../shared/days/months.ts';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useRead } from '../shared/reading.ts';
import { nameOf, type Shown } from './payments-columns.tsx';
import { paymentsTexts } from './texts.ts';

export const paymentPath = ({ channel, reference }: Shown): string =>
  `/api/payments/${encodeURIComponent(channel)}/${encodeURIComponent(reference)}`;

/** What a payment that is set right changes elsewhere, to be read anew. */
export const touchedByPayments = [
  '/api/payments',
  '/api/attention',
  '/api/workers',
  '/api/renewals',
  '/api/members',
];

function PaymentFacts({ payment }: Readonly<{ payment: Shown }>) {
  const texts = useTexts(paymentsTexts);
  const { rupiah, moment } = useFormats();
  return (
    <KeyValuePairs
      columns={3}
      minColumnWidth={140}
      items={[
        { label: texts.payment, value: nameOf(payment) },
        { label: texts.amount, value: rupiah(payment.amount) },
        { label: texts.paidAt, value: moment(payment.paidAt) },
      ]}
    />
  );
}

type DialogProps = Readonly<{ title: string; close: () => void; children: ReactNode }>;
type Asked = DialogProps &
  Readonly<{ payment: Shown; confirm: ReactNode; failed: string; error: ApiError | null }>;

/** Asks before a payment is set right; stays open, and says why, where that failed. */
export function PaymentDialog({ title, payment, close, confirm, failed, error, children }: Asked) {
  const texts = useTexts(paymentsTexts);
  const buttons = (
    <SpaceBetween size="xs" direction="horizontal">
      <Button variant="link" onClick={close}>
        {texts.back}
      </Button>
      {confirm}
    </SpaceBetween>
  );
  return (
    <Modal visible header={title} onDismiss={close} footer={<Box float="right">{buttons}</Box>}>
      <SpaceBetween size="m">
        <PaymentFacts payment={payment} />
        {children}
        {error && (
          <Alert type="error" header={failed}>
            <Problem error={error} />
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  );
}

/** Says what was done. */
export function PaymentDone({ title, close, children }: DialogProps) {
  const texts = useTexts(paymentsTexts);
  const button = (
    <Button variant="primary" onClick={close}>
      {texts.close}
    </Button>
  );
  return (
    <Modal visible header={title} onDismiss={close} footer={<Box float="right">{button}</Box>}>
      <SpaceBetween size="m">{children}</SpaceBetween>
    </Modal>
  );
}

/** Where the worker stands after what was just done. */
export function StandsNow({ workerId }: Readonly<{ workerId: string }>) {
  const texts = useTexts(paymentsTexts);
  const { rupiah, month } = useFormats();
  const months = useMonths();
  const read = useRead<Readonly<{ worker: WorkerView }>>(`/api/workers/${workerId}`);
  return (
    <Loaded query={read} of={texts.worker}>
      {({ worker: { name, coveredThrough, owed } }) => (
        <Box>
          {texts.covered(name, month(coveredThrough))}{' '}
          {owed.amount > 0
            ? texts.owes(rupiah(owed.amount), months(owed.months))
            : texts.owesNothing}{' '}
          <PageLink page="worker" values={{ id: workerId }}>
            {workerId}
          </PageLink>
        </Box>
      )}
    </Loaded>
  );
}
