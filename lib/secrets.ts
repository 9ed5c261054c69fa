import { CfnOutput, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Both outlive the stack: worker ids, and the channels' copies, cannot follow a new value. */
export type Secrets = Readonly<{ nik: Secret; webhook: Secret }>;

export function secrets(stack: Stack, key: Key): Secrets {
  const scope = new Construct(stack, 'Secrets');
  const nik = generated(scope, 'Nik', {
    key,
    description: 'Turns a NIK into a worker id',
    characters: 64,
  });
  // Standard Webhooks reads it as base64 and asks for 24 to 64 bytes: 44 characters are 33.
  const webhook = generated(scope, 'Webhook', {
    key,
    description: 'Signs payments, one secret a line; write whsec_ before it for the channel',
    characters: 44,
  });
  const rotation = 'AwsSolutions-SMG4';
  Validations.of(nik).acknowledge({
    id: rotation,
    reason:
      'It makes worker ids, and no NIK is stored: after a rotation every worker would be unknown.',
  });
  Validations.of(webhook).acknowledge({
    id: rotation,
    reason: 'Payment channels have a copy. It is changed by hand, with them, or payments are lost.',
  });
  new CfnOutput(stack, 'WebhookSecretArn', { value: webhook.secretArn });
  return { nik, webhook };
}

type Generated = Readonly<{ key: Key; description: string; characters: number }>;

const generated = (
  scope: Construct,
  id: string,
  { key, description, characters }: Generated,
): Secret =>
  new Secret(scope, id, {
    description,
    encryptionKey: key,
    generateSecretString: { passwordLength: characters, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
