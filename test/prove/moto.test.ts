import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Moto, startMoto } from './moto.ts';
import { installed } from './pypi.ts';

let moto: Moto;
beforeAll(async () => {
  moto = await startMoto();
});
afterAll(() => moto.stop());

it('answers the SDK, each service by its own protocol', async () => {
  const queues = await new SQSClient(moto.config).send(new ListQueuesCommand());
  expect(queues.$metadata.httpStatusCode).toBe(200);
  const secret = new SecretsManagerClient(moto.config).send(
    new GetSecretValueCommand({ SecretId: 'none' }),
  );
  await expect(secret).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

it('is gone when it was stopped', async () => {
  const other = await startMoto();
  await other.stop();
  await expect(fetch(other.url)).rejects.toThrow();
  expect((await fetch(moto.url)).ok).toBe(true);
});

it('says in a sentence what is missing', async () => {
  await expect(installed('moto', 'no-python-here', '/tmp/ingat-no-moto')).rejects.toThrow(
    'Python 3.9 or newer is needed, with pip, and there is no no-python-here.',
  );
});
