import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient({});

/** Once a process: a rotated secret needs new ones. A failed read is tried again. */
export function secretReader(
  client: SecretsManagerClient = secretsClient(),
): (arn: string) => Promise<string> {
  const read = new Map<string, Promise<string>>();
  return (arn) => {
    const known = read.get(arn);
    if (known) return known;
    const reading = readSecret(client, arn);
    read.set(arn, reading);
    reading.catch(() => read.delete(arn));
    return reading;
  };
}

async function readSecret(client: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (!SecretString)
    throw new Error(`The secret ${arn} holds no text: it was made without a value`);
  return SecretString;
}
