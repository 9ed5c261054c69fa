import { Box, Button, KeyValuePairs, Modal, SpaceBetween } from '@cloudscape-design/components';
import type { PaymentRecord } from '#domain/payments/payment';
import type { WorkerView } from '#domain/people/worker-view';
import { useMonths } from '../../shared/days/months.ts';
import { useTexts } from '../../shared/language.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { type Asked, AskedFirst } from '../../shared/page/asked-first.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { useRead, useSend } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { paymentTexts } from '../lists/payment-texts.ts';
import { nameOf, type Shown } from '../lists/shown.ts';
import { doneTexts } from './done-texts.ts';

/** Matches or reverses a payment, then reads again what that changes. */
export const useSetRight = <Sent extends object>(
  { channel, reference }: Shown,
  act: 'match' | 'reverse',
) =>
  useSend<Sent, Readonly<{ payment: PaymentRecord }>>(
    (sent) => ({
      method: 'POST',
      path: `/api/payments/${act}`,
      json: { channel, reference, ...sent },
    }),
    ['/api/payments', '/api/attention', '/api/workers', '/api/renewals', '/api/members'],
  );

type Of = Readonly<{ payment: Shown }>;

function PaymentFacts({ payment }: Of) {
  const texts = useTexts(paymentTexts);
  const { rupiah, moment } = useFormats();
  return (
    <KeyValuePairs
      columns={3}
      minColumnWidth={140}
      items={[
        { label: texts.payment, value: nameOf(payment) },
        { label: texts.amount, value: rupiah(payment.amount) },
        { label: texts.paidAt, value: moment(payment.paidAt) },
        ...(payment.worker ? [{ label: texts.worker, value: payment.worker.name }] : []),
      ]}
    />
  );
}

/** Asks before the change; stays open with the reason if the call failed. */
export const PaymentDialog = ({ payment, children, ...asked }: Asked & Of) => (
  <AskedFirst {...asked}>
    <PaymentFacts payment={payment} />
    {children}
  </AskedFirst>
);

type DoneProps = Pick<Asked, 'title' | 'close' | 'children'>;

export function PaymentDone({ title, close, children }: DoneProps) {
  const texts = useTexts(doneTexts);
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

/** What the worker has paid and owes after the change. */
export function StandsNow({ workerId }: Readonly<{ workerId: string }>) {
  const texts = useTexts(doneTexts);
  const { rupiah, month } = useFormats();
  const months = useMonths();
  const read = useRead<Readonly<{ worker: WorkerView }>>(`/api/workers/${workerId}`);
  return (
    <Loaded query={read} of={useTexts(paymentTexts).worker}>
      {({ worker: { name, coveredThrough, owed } }) => (
        <Box>
          <PageLink page="worker" values={{ id: workerId }}>
            {name}
          </PageLink>{' '}
          {texts.covered(month(coveredThrough))}{' '}
          {owed.amount > 0
            ? texts.owes(rupiah(owed.amount), months(owed.months))
            : texts.owesNothing}
        </Box>
      )}
    </Loaded>
  );
}
