import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, expect, it, vi } from 'vitest';
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

it('asks to come again where Secrets Manager is asked too often', async () => {
  manager.answers(() => ({
    status: 400,
    body: JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' }),
  }));
  await expect(reader()('arn:nik')).rejects.toMatchObject({ code: 'busy' });
});

const says = (SecretString: string) =>
  manager.answers(() => ({ body: JSON.stringify({ SecretString }) }));
const after = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

afterEach(() => vi.useRealTimers());

it('notices a new value within two minutes, with one read', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  says('old');
  const secret = reader();
  expect(await secret('arn:webhook')).toBe('old');
  says('old and new');
  after(1.9);
  expect(await secret('arn:webhook')).toBe('old');
  after(0.2);
  const both = await Promise.all([secret('arn:webhook'), secret('arn:webhook')]);
  expect(both).toEqual(['old and new', 'old and new']);
  expect(manager.received).toHaveLength(1);
});

it('goes on with what it knows while the service does not answer', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  says('known');
  const secret = reader();
  expect(await secret('arn:webhook')).toBe('known');
  manager.answers(() => ({ status: 500, body: '{"__type": "InternalServiceError"}' }));
  after(3);
  expect(await secret('arn:webhook')).toBe('known');
  says('new');
  after(3);
  expect(await secret('arn:webhook')).toBe('new');
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
