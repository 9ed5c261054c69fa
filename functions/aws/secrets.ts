import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

import { busyIfThrottled } from '#aws/throttled';

export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient({});

/** A new value is noticed within this time, without a deployment. */
const keepMilliseconds = 2 * 60_000;

/** A value stays in use while Secrets Manager is out, so that no payment is refused for that. */
export function secretReader(
  client: SecretsManagerClient = secretsClient(),
): (arn: string) => Promise<string> {
  const kept = new Map<string, Kept>();
  return (arn) => {
    const known = kept.get(arn);
    if (known && Date.now() < known.until) return known.value;
    const read = readSecret(client, arn);
    const value = known ? read.catch(() => known.value) : read;
    kept.set(arn, { value, until: Date.now() + keepMilliseconds });
    value.catch(() => kept.delete(arn));
    return value;
  };
}

type Kept = Readonly<{ value: Promise<string>; until: number }>;

async function readSecret(client: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString } = await client
    .send(new GetSecretValueCommand({ SecretId: arn }))
    .catch((error: Error) => {
      throw busyIfThrottled(error);
    });
  if (!SecretString)
    throw new Error(`The secret ${arn} holds no text: it was made without a value`);
  return SecretString;
}
