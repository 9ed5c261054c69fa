import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { WorkerView } from '#domain/worker-view';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useRead } from '../reading.ts';
import { Loaded } from '../shared/loaded.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { paymentsTexts } from '../texts/payments.ts';
import { nameOf, type Shown, useMonths } from './payments-columns.tsx';

export const paymentPath = ({ channel, reference }: Shown): string =>
  `/api/payments/${encodeURIComponent(channel)}/${encodeURIComponent(reference)}`;

/** What a payment that is set right changes elsewhere, to be read anew. */
export const touchedByPayments = ['/api/payments', '/api/attention', '/api/workers', '/api/renewals', '/api/members'];

export function PaymentFacts({ payment }: Readonly<{ payment: Shown }>) {
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

/** Where the worker stands after what was just done. */
export function StandsNow({ workerId }: Readonly<{ workerId: string }>) {
  const texts = useTexts(paymentsTexts);
  const { rupiah, month } = useFormats();
  const months = useMonths();
  const read = useRead<Readonly<{ worker: WorkerView }>>(`/api/workers/${workerId}`);
  return (
    <Loaded query={read}>
      {({ worker: { name, coveredThrough, owed } }) => (
        <Box>
          {texts.covered(name, month(coveredThrough))}{' '}
          {owed.months.length > 0 ? texts.owes(rupiah(owed.amount), months(owed.months)) : texts.owesNothing}{' '}
          <PageLink page="worker" values={{ id: workerId }}>
            {workerId}
          </PageLink>
        </Box>
      )}
    </Loaded>
  );
}
