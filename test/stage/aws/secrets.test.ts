import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import { secretReader } from '#aws/secrets';
import { service } from './service.ts';

const manager = service();
const reader = () =>
  secretReader(new SecretsManagerClient({ ...manager.config(), maxAttempts: 1 }));

it('reads a secret once, however often and at once it is asked for', async () => {
  manager.answers(({ body }) => ({
    body: JSON.stringify({ SecretString: `of ${JSON.parse(body).SecretId}` }),
  }));
  const secret = reader();
  expect(await Promise.all([secret('arn:nik'), secret('arn:nik'), secret('arn:webhook')])).toEqual([
    'of arn:nik',
    'of arn:nik',
    'of arn:webhook',
  ]);
  expect(await secret('arn:nik')).toBe('of arn:nik');
  expect(manager.received).toHaveLength(2);
});

it('asks again after it could not read one', async () => {
  manager.answers(() => ({ status: 500, body: '{"__type": "InternalServiceError"}' }));
  const secret = reader();
  await expect(secret('arn:nik')).rejects.toThrow();
  manager.answers(() => ({ body: '{"SecretString": "now"}' }));
  expect(await secret('arn:nik')).toBe('now');
});

it('does not take an empty secret for one', async () => {
  manager.answers(() => ({ body: '{}' }));
  await expect(reader()('arn:nik')).rejects.toThrow('arn:nik holds no text');
});
