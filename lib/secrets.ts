import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** The two secrets. Both outlive the stack: what they made, or who holds the other half, cannot follow a new value. */
export type Secrets = Readonly<{ nik: Secret; webhook: Secret }>;

export function secrets(parent: Construct, key: Key): Secrets {
  const scope = new Construct(parent, 'Secrets');
  const nik = generated(scope, 'Nik', {
    key,
    description: 'Turns a NIK into a worker id',
    characters: 64,
  });
  // Read as base64 by Standard Webhooks: letters and digits are, if there are four times so many. 44 of them hold 33 bytes; the standard asks for 24 to 64.
  const webhook = generated(scope, 'Webhook', {
    key,
    description: 'Signs payments, one secret a line; write whsec_ before it for the channel',
    characters: 44,
  });
  const rotation = 'AwsSolutions-SMG4';
  Validations.of(nik).acknowledge({
    id: rotation,
    reason:
      'Worker ids are made with it and the NIK is stored nowhere: rotated, every worker would be a stranger.',
  });
  Validations.of(webhook).acknowledge({
    id: rotation,
    reason:
      'Payment channels hold the other copy. It is changed together with them, by hand, or payments are lost.',
  });
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
    removalPolicy: RemovalPolicy.RETAIN,
  });
