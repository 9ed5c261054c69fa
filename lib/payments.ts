import { Duration, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import type { Secrets } from '#lib/secrets';
import { ringAt, type Watch } from '#lib/watch';
import { countMetric } from '#lib/watch/count-metric';

/** Channels send payments, signed with a secret that they share with us. */
export function payments(stack: Stack, { nik, webhook }: Secrets, ground: Ground): IngatFunction {
  const scope = new Construct(stack, 'Payments');
  const receive = ingatFunction(
    scope,
    'receive-payment',
    { ...shared(ground), NIK_SECRET_ARN: nik.secretArn, WEBHOOK_SECRET_ARN: webhook.secretArn },
    ground,
  );
  for (const secret of [nik, webhook]) secret.grantRead(receive.role);
  watchSignatures(scope, ground.watch);
  return receive;
}

/** A channel repeats what was refused. Strangers who try the address once or twice ring nothing. */
const mostRefused = 5;

function watchSignatures(scope: Construct, watch: Watch): void {
  const metric = countMetric('refused-signatures', { period: Duration.hours(1) });
  const sentence =
    `${mostRefused} payments or more were refused in an hour for their signature: who paid them ` +
    'is still reminded. Does a channel sign with another secret, or is its clock wrong?';
  ringAt(scope, 'RefusedSignatures', { metric, threshold: mostRefused, sentence, watch });
}
