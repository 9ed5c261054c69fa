import { Box } from '@cloudscape-design/components';
import type { ShownWorker } from '#flows/people/show-worker';
import { useTexts } from '../../shared/language.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { useRead } from '../../shared/reading.ts';
import { useShortSaid } from '../../shared/words/short-said.ts';
import { paymentTexts } from '../lists/payment-texts.ts';
import { nameOf, type Shown } from '../lists/shown.ts';

/** Of a short payment: what became of the rest, by the timeline of whoever paid. */
export function ShortRest({ payment }: Readonly<{ payment: Shown }>) {
  const { worker } = useTexts(paymentTexts);
  const isShort = payment.short && payment.workerId;
  const read = useRead<ShownWorker>(isShort ? `/api/workers/${payment.workerId}` : null);
  if (!isShort) return null;
  return (
    <Loaded query={read} of={worker}>
      {(shown) => <Said payment={payment} {...shown} />}
    </Loaded>
  );
}

function Said({ payment, worker, timeline }: ShownWorker & Readonly<{ payment: Shown }>) {
  const payments = timeline.filter((entry) => entry.kind === 'payment');
  const said = useShortSaid(worker, payments);
  const whole = payments.find((each) => nameOf(each) === nameOf(payment));
  return whole && <Box>{said(whole)}</Box>;
}
