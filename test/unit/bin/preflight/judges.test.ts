import { describe, expect, it } from 'vitest';
import { type Stage, stageNamed } from '#lib/stages';
import { bootstrap, region } from '../../../../bin/preflight/account.ts';
import { subscriber } from '../../../../bin/preflight/alarms.ts';
import { concurrency, tableWrites, textsPerSecond } from '../../../../bin/preflight/capacity.ts';
import type { Check } from '../../../../bin/preflight/check.ts';
import { certificate, webAcl } from '../../../../bin/preflight/console.ts';
import { deliveryLogGroups } from '../../../../bin/preflight/delivery-logs.ts';
import { mail } from '../../../../bin/preflight/mail.ts';
import { sandbox, senderId, spendLimit, spendQuota } from '../../../../bin/preflight/messages.ts';

const production = stageNamed('production');
const account = '123456789012';

const judged = <Found>(check: Check<Found>, answer: Found, also: object = {}): string => {
  const stage: Stage = { ...production, ...also };
  const { standing, found } = check.judge(answer, { stage, account });
  return `${standing}: ${found}`;
};

describe('the region', () => {
  it.each([
    ['ENABLED', 'ok: ap-southeast-3 is enabled'],
    ['ENABLED_BY_DEFAULT', 'ok: ap-southeast-3 is enabled by default'],
    ['ENABLING', 'stops the deployment: ap-southeast-3 is enabling'],
    ['DISABLED', 'stops the deployment: ap-southeast-3 is disabled'],
  ] as const)('%s', (status, said) => expect(judged(region, status)).toBe(said));
});

describe('the bootstrap of CDK', () => {
  it.each([
    ['30', 'ok: version 30'],
    ['6', 'ok: version 6'],
    ['5', 'stops the deployment: version 5'],
    [undefined, 'stops the deployment: none'],
  ])('%s', (version, said) => expect(judged(bootstrap, version)).toBe(said));
});

describe('the sandbox', () => {
  it('lets nobody but verified numbers have texts', () => {
    expect(judged(sandbox, true)).toMatch(/^stops the first text: in it: only numbers/);
    expect(judged(sandbox, false)).toBe('ok: out of it');
  });
});

describe('the money for texts', () => {
  const limit = (MaxLimit: number) => ({
    ...{ Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 1, MaxLimit, Overridden: false },
  });
  it.each([
    [1, 1, 'ok: US$1 a month'],
    [1, 5_000, 'stops the deployment: US$1 a month'],
    [10_000, 5_000, 'ok: US$10000 a month'],
  ])('has a quota of %d where lib/stages.ts asks for %d', (quota, smsSpendLimitUsd, said) => {
    const voice = { ...limit(1), Name: 'VOICE_MESSAGE_MONTHLY_SPEND_LIMIT' };
    const limits = [voice, limit(quota)] as Parameters<typeof spendQuota.judge>[0];
    expect(judged(spendQuota, limits, { smsSpendLimitUsd })).toBe(said);
  });

  it('is not known where AWS lists no quota for texts', () => {
    expect(judged(spendQuota, [])).toBe('not read: none for texts');
  });

  it.each([
    [undefined, 1, 'advice: US$1 a month, for 6 parts'],
    ['1', 1, 'advice: US$1 a month, for 6 parts'],
    ['1', 5_000, 'advice: US$1 a month, for 6 parts'],
    ['5000', 5_000, 'ok: US$5000 a month, for 31108 parts'],
  ])('is limited to %s where lib/stages.ts asks for %d', (now, smsSpendLimitUsd, said) => {
    expect(judged(spendLimit, now, { smsSpendLimitUsd })).toBe(said);
  });
});

describe('the sender ID', () => {
  const ids = (...found: readonly (readonly [string, string, boolean])[]) =>
    found.map(([SenderId, IsoCountryCode, Registered]) => ({
      ...{ SenderId, IsoCountryCode, Registered, SenderIdArn: 'arn', MonthlyLeasingPrice: '0.00' },
      ...{ MessageTypes: ['TRANSACTIONAL' as const], DeletionProtectionEnabled: false },
    }));
  it.each([
    [null, ids(), 'stops the first text: none registered, none is named'],
    [null, ids(['INGAT', 'ID', true]), 'stops the first text: INGAT registered, none is named'],
    ['INGAT', ids(), 'stops the first text: none registered, INGAT is named'],
    [
      'INGAT',
      ids(['INGAT', 'ID', false], ['INGAT', 'SG', true]),
      'stops the first text: none registered, INGAT is named',
    ],
    ['INGAT', ids(['INGAT', 'ID', true]), 'ok: INGAT registered, INGAT is named'],
  ] as const)('%s', (named, found, said) => {
    const settings = { ...production.settings, senderId: named };
    expect(judged(senderId, found, { settings })).toBe(said);
  });
});

describe('the delivery logs', () => {
  const names = ['sns/ap-southeast-3/123456789012/DirectPublishToPhoneNumber'];
  it('must not be there before the first deployment, which makes them', () => {
    expect(judged(deliveryLogGroups, { names: [], areOurs: false })).toBe('ok: none yet');
    expect(judged(deliveryLogGroups, { names, areOurs: true })).toBe(`ok: ${names}`);
    expect(judged(deliveryLogGroups, { names, areOurs: false })).toBe(
      `stops the deployment: ${names}`,
    );
  });
});

describe('whoever hears of alarms', () => {
  const topicArn = 'arn:aws:sns:ap-southeast-3:123456789012:ingat-alarms';
  const confirmed = { SubscriptionArn: `${topicArn}:6b0e71bd-7e97-4d97-80ce-4a0994e55286` };
  const pending = { SubscriptionArn: 'PendingConfirmation' };
  const deleted = { SubscriptionArn: 'Deleted' };
  it.each([
    ['ok: 1 confirmed', [confirmed]],
    ['ok: 1 confirmed, 1 not confirmed', [pending, confirmed]],
    ['stops the deployment: 0 confirmed, 2 not confirmed', [pending, deleted]],
    ['stops the deployment: 0 confirmed', []],
  ])('%s', (said, subscriptions) => {
    expect(judged(subscriber, { topicArn, subscriptions })).toBe(said);
  });

  it('can be nobody before there is a topic', () => {
    expect(judged(subscriber, null)).toMatch(/^advice: no topic yet/);
  });
});

describe('the concurrency of Lambda', () => {
  const reservedConcurrency = { 'receive-payment': 20, 'send-reminders': 30 };
  it.each([
    [10, {}, 'advice: 10, so that reservedConcurrency of lib/stages.ts may be 0 in all'],
    [1_000, {}, 'ok: 1000, so that reservedConcurrency of lib/stages.ts may be 900 in all'],
    [
      149,
      { reservedConcurrency },
      'stops the deployment: 149, so that reservedConcurrency of lib/stages.ts may be 49 in all',
    ],
    [
      150,
      { reservedConcurrency },
      'ok: 150, so that reservedConcurrency of lib/stages.ts may be 50 in all',
    ],
  ])('%d', (ConcurrentExecutions, also, said) => {
    expect(judged(concurrency, { ConcurrentExecutions }, also)).toBe(said);
  });

  it('says what is wanted, and how much of it is reserved', () => {
    const stage = { ...production, reservedConcurrency };
    expect(concurrency.wanted({ stage, account })).toMatch(/^150: 50 reserved .* 100 .* up to 2$/);
  });
});

describe('the quotas', () => {
  it.each([
    [tableWrites, { Value: 40_000 }, 'ok: 40000 a second'],
    [tableWrites, { Value: 79 }, 'advice: 79 a second'],
    [tableWrites, { Value: 80 }, 'ok: 80 a second'],
    [textsPerSecond, { Value: 20 }, 'ok: 20 a second'],
    [textsPerSecond, { Value: 9 }, 'advice: 9 a second'],
    [textsPerSecond, undefined, 'not read: none in Service Quotas'],
  ])('$name', (check, quota, said) => expect(judged(check, quota)).toBe(said));
});

describe('the mail to staff', () => {
  it.each([
    [{}, 'advice: Cognito’s own, 50 a day'],
    [{ EmailSendingAccount: 'COGNITO_DEFAULT' as const }, 'advice: Cognito’s own, 50 a day'],
    [{ EmailSendingAccount: 'DEVELOPER' as const, SourceArn: 'arn' }, 'ok: SES'],
  ])('%o', (configuration, said) => expect(judged(mail, configuration)).toBe(said));
});

describe('the certificate of the console', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/a1';
  const domain = (name = 'ingat.example.id') => ({ domain: { name, certificateArn } });
  const issued = (DomainName: string, ...SubjectAlternativeNames: string[]) => ({
    ...{ Status: 'ISSUED' as const, DomainName, SubjectAlternativeNames },
  });
  it.each([
    ['ok: issued for ingat.example.id', issued('ingat.example.id'), domain()],
    ['ok: issued for ingat.example.id', issued('*.example.id'), domain()],
    [
      'ok: issued for ingat.example.id',
      issued('example.id', 'example.id', 'ingat.example.id'),
      domain(),
    ],
    [
      'stops the deployment: one for *.example.id',
      issued('*.example.id'),
      domain('a.ingat.example.id'),
    ],
    ['stops the deployment: one for other.id', issued('other.id', 'other.id'), domain()],
    [
      'stops the deployment: one that is PENDING_VALIDATION',
      { ...issued('ingat.example.id'), Status: 'PENDING_VALIDATION' as const },
      domain(),
    ],
    ['stops the deployment: none with that ARN', {}, domain()],
    ['ok: no domain of its own in lib/stages.ts', null, { domain: null }],
  ])('%s', (said, found, also) => expect(judged(certificate, found, also)).toBe(said));
});

describe('the web ACL of the console', () => {
  it.each([
    ['ok: none in lib/stages.ts', null],
    ['ok: ingat', 'ingat'],
    ['stops the deployment: none with that ARN', undefined],
  ])('%s', (said, found) => expect(judged(webAcl, found)).toBe(said));
});
