export type Planted = Readonly<{ fault: string; file: string; cut: string | RegExp; put?: string }>;

/** Others than those that test/prove/once.test.ts plants into the ports in memory. */
export const planted: readonly Planted[] = [
  {
    fault: 'the SDK repeats a text that was not answered',
    file: 'functions/aws/sending/sms.ts',
    cut: 'maxAttempts: 1',
    put: 'maxAttempts: 3',
  },
  {
    fault: 'texts leave at night',
    file: 'functions/domain/plan/due-steps.ts',
    cut: ' && !isQuietHour(time, plan.quietHours)',
  },
  {
    fault: 'texts leave while the plan is paused',
    file: 'functions/domain/plan/due-steps.ts',
    cut: '!plan.paused &&',
  },
  {
    fault: 'a text leaves before its claim (order swapped)',
    file: 'functions/flows/sending/batch/send-one.ts',
    cut: '  const written = await reminders.write(row, rev);\n',
    put:
      '  if (text) await sms.send(text);\n' +
      '  const written = await reminders.write(row, rev);\n',
  },
  {
    fault: 'a firing writes over the slices that are there',
    file: 'functions/aws/sending/slice-store.ts',
    cut: "write(database, { put: rowOf(slice), if: 'attribute_not_exists(#pk)' })",
    put: 'write(database, { put: rowOf(slice) })',
  },
  {
    fault: 'the watchdog leaves a slice whose holder died',
    file: 'functions/domain/sending/turn.ts',
    cut: '(leaseUntil === null || leaseUntil <= now)',
    put: 'leaseUntil === null',
  },
  {
    fault: 'a dead number is texted for ever',
    file: 'functions/domain/sending/texting/eligibility.ts',
    cut: 'isDeadNumber(worker)',
    put: 'false',
  },
  {
    fault: 'the same reference is recorded again',
    file: 'functions/aws/payments/payment-writes.ts',
    cut: "{ put: paymentRow(payment), if: 'attribute_not_exists(#pk)' }",
    put: '{ put: paymentRow(payment) }',
  },
  {
    fault: 'a reference is taken again with other content',
    file: 'functions/flows/payments/record-payment.ts',
    cut: 'if (sameContent(known, notice, workerId))',
    put: 'if (known)',
  },
  {
    fault: 'a worker is written over what others wrote meanwhile',
    file: 'functions/aws/people/worker-rows.ts',
    cut: '  ...stillAt(worker.rev),\n',
  },
  {
    fault: 'an old roster moves coverage back',
    file: 'functions/domain/people/roster/roster.ts',
    cut: 'if (facts.coveredThrough < stored.coveredThrough)',
    put: 'if (facts.coveredThrough < "2000-01")',
  },
  {
    fault: 'an erasure leaves no tombstone',
    file: 'functions/aws/people/erasure.ts',
    cut: 'put: tombstone(workerId, at)',
    put: 'remove: keys.worker(workerId)',
  },
  {
    fault: 'a roster does not apply the payments that wait for its people',
    file: 'functions/flows/people/import-workers.ts',
    cut: /\n.*await applyWaiting\([^;]*;/,
    put: ';',
  },
  {
    fault: 'changes of the table are counted again after a crash',
    file: 'functions/flows/renewals/tally.ts',
    cut: 'BigInt(change.position) > BigInt(position)',
    put: 'BigInt(change.position) > 0n',
  },
];
