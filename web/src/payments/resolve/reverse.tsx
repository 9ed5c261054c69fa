import { Alert, Box, Button, FormField, Textarea } from '@cloudscape-design/components';
import { useState } from 'react';
import type { PaymentRecord } from '#domain/payments/payment';
import { useMonths } from '../../shared/days/months.ts';
import { useDraft } from '../../shared/draft.ts';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { nameOf, paidFor, type Shown } from '../lists/shown.ts';
import { PaymentDialog, PaymentDone, StandsNow, useSetRight } from './parts.tsx';
import { reverseTexts } from './reverse-texts.ts';
import { ShortRest } from './short-rest.tsx';

type Asked = Readonly<{ payment: Shown; close: () => void }>;

/** Asks for a reason, reverses the payment, and says what that did. */
export function ReverseDialog({ payment, close }: Asked) {
  const texts = useTexts(reverseTexts);
  const reason = useDraft(`payment.reverse.${nameOf(payment)}`, '');
  const [isMissing, setIsMissing] = useState(false);
  const reverse = useSetRight<Readonly<{ reason: string }>>(payment, 'reverse');
  const act = (): void => {
    const why = reason.value.trim();
    setIsMissing(why === '');
    if (why !== '') reverse.mutate({ reason: why }, { onSuccess: () => reason.discard() });
  };
  if (reverse.data) return <Reversed payment={reverse.data.payment} close={close} />;
  return (
    <PaymentDialog
      title={texts.title}
      payment={payment}
      close={close}
      failed={texts.failed}
      error={reverse.error}
      isPending={reverse.isPending}
      buttons={
        <Button variant="primary" loading={reverse.isPending} onClick={act}>
          {texts.confirm}
        </Button>
      }
    >
      <ShortRest payment={payment} />
      <Box>{payment.status === 'unmatched' ? texts.whatUnmatched : texts.whatRecorded}</Box>
      <FormField
        label={texts.reason}
        description={texts.reasonHint}
        errorText={isMissing && reason.value.trim() === '' ? texts.missing : undefined}
      >
        <Textarea
          value={reason.value}
          rows={3}
          ariaRequired
          onChange={({ detail }) => reason.set(detail.value.slice(0, 500))}
        />
      </FormField>
    </PaymentDialog>
  );
}

function Reversed({ payment, close }: Readonly<{ payment: PaymentRecord; close: () => void }>) {
  const texts = useTexts(reverseTexts);
  const { rupiah } = useFormats();
  const months = useMonths();
  const { amount, flags, workerId } = payment;
  const paid = paidFor(payment);
  return (
    <PaymentDone title={texts.done} close={close}>
      <Alert type="success">
        {texts.doneText(rupiah(amount))} {paid.length > 0 && texts.hadPaidFor(months(paid))}
      </Alert>
      {flags.includes('overdrawn') && <Alert type="warning">{texts.overdrawn}</Alert>}
      {workerId && paid.length > 0 && <StandsNow workerId={workerId} />}
    </PaymentDone>
  );
}
