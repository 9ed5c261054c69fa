import { describe, expect, it } from 'vitest';
import { acts } from '../../../../bin/user/deeds.ts';
import type { UserFound } from '../../../../bin/user/pool.ts';
import { emailIn, rolesIn } from '../../../../bin/user/typed.ts';

const email = 'dewi@example.id';
const dewi: UserFound = {
  ...{ name: 'Dewi Lestari', isVerified: true, isEnabled: true, isInvited: false },
  groups: ['admin'],
};
const asked = { email, authenticator: false };

const said = (
  act: keyof typeof acts,
  found: UserFound | null,
  also: Partial<Parameters<typeof acts.add>[1]> = {},
): readonly string[] => acts[act](found, { ...asked, ...also }).map(({ says }) => says);

describe('add', () => {
  it.each([
    [
      'somebody new',
      null,
      { name: 'Dewi Lestari', roles: ['admin', 'finance'] },
      [
        'dewi@example.id is invited by mail',
        'They are admin from the next sign-in on',
        'They are finance from the next sign-in on',
      ],
    ],
    [
      'the same call again',
      dewi,
      { name: 'Dewi Lestari', roles: ['admin'] },
      ['They are there already, as wanted'],
    ],
    ['somebody who is there, with no roles named', dewi, {}, ['They are there already, as wanted']],
    [
      'another role',
      dewi,
      { roles: ['service'] },
      ['They are admin no more, within the hour', 'They are service from the next sign-in on'],
    ],
    [
      'another name',
      dewi,
      { name: 'Dewi L.' },
      ['They are called Dewi L. from the next sign-in on'],
    ],
    [
      'whoever was made by hand, and could never reset a password',
      { ...dewi, isVerified: false },
      {},
      ['Their address counts as verified'],
    ],
    [
      'whoever was removed',
      { ...dewi, isEnabled: false, groups: [] },
      { roles: ['admin'] },
      ['dewi@example.id is enabled again', 'They are admin from the next sign-in on'],
    ],
  ] as const)('%s', (_, found, also, sentences) => {
    expect(said('add', found, also)).toEqual(sentences);
  });

  it.each([
    [{ roles: ['admin'] }, 'give their name with --name'],
    [{ name: 'Dewi Lestari' }, 'give their role with --role'],
  ] as const)('asks for what somebody new needs: %o', (also, sentence) => {
    expect(() => said('add', null, also)).toThrow(sentence);
  });
});

describe('reset', () => {
  const code =
    'dewi@example.id gets a code by mail, with which the next sign-in sets a new password';
  const signedOut = 'They are signed out everywhere, within the hour';
  const forgotten = 'Their authenticator is forgotten: the next sign-in sets up a new one';
  it.each([
    ['a password', dewi, {}, [code, signedOut]],
    [
      'the password of somebody whose address was not verified',
      { ...dewi, isVerified: false },
      {},
      ['Their address counts as verified', code, signedOut],
    ],
    [
      'an authenticator, and before it the password',
      dewi,
      { authenticator: true },
      [code, signedOut, forgotten],
    ],
    [
      'an invitation that was not followed',
      { ...dewi, isInvited: true },
      { authenticator: true },
      ['dewi@example.id has not signed in yet, and is invited anew by mail'],
    ],
  ] as const)('%s', (_, found, also, sentences) => {
    expect(said('reset', found, also)).toEqual(sentences);
  });

  it.each([
    [null, 'There is nobody with dewi@example.id'],
    [{ ...dewi, isEnabled: false }, 'dewi@example.id is disabled'],
  ])('is refused for %o', (found, sentence) => {
    expect(() => said('reset', found)).toThrow(sentence);
  });
});

describe('remove', () => {
  it.each([
    [
      'somebody',
      dewi,
      [
        'dewi@example.id can sign in no more',
        'A token that they still hold ends within the hour',
        'They are admin no more, within the hour',
      ],
    ],
    ['again', { ...dewi, isEnabled: false, groups: [] }, ['dewi@example.id is disabled already']],
    [
      'what broke off before the roles were taken',
      { ...dewi, isEnabled: false },
      ['They are admin no more, within the hour'],
    ],
    ['nobody', null, ['There is nobody with dewi@example.id']],
  ] as const)('%s', (_, found, sentences) => {
    expect(said('remove', found)).toEqual(sentences);
  });
});

describe('what was typed', () => {
  it('is one address and known roles', () => {
    expect(emailIn(' Dewi@Example.id')).toBe('dewi@example.id');
    expect(rolesIn('admin, finance')).toEqual(['admin', 'finance']);
    expect(rolesIn(undefined)).toBeUndefined();
  });

  it('is refused with what would be right', () => {
    expect(() => emailIn('dewi')).toThrow('--email dewi is not an e-mail address');
    expect(() => rolesIn('admin,boss')).toThrow(
      '--role boss is not a role: admin, finance, service',
    );
  });
});
