import type { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import type { Secrets } from '#lib/secrets';

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
  return receive;
}
