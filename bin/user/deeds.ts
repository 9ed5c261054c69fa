import type { Role } from '#triggers';
import type { Pool, UserFound } from './pool.ts';

type Asked = Readonly<{
  email: string;
  name?: string | undefined;
  /** The person's roles from now on, all of them; undefined: as they are. */
  roles?: readonly Role[] | undefined;
  authenticator: boolean;
}>;

/** A sentence, and what makes it true; nothing where it is true already. */
type Deed = Readonly<{ says: string; act?: (pool: Pool) => Promise<unknown> }>;
type Deeds = (found: UserFound | null, asked: Asked) => readonly Deed[];

const add: Deeds = (found, asked) => {
  const { email, name, roles = [] } = asked;
  if (found) return ifAny([...broughtBack(found, asked), ...roleDeeds(found, asked)], asWanted);
  if (!name)
    throw new Error(`${email} is new: give their name with --name, as others will read it`);
  if (roles.length === 0) throw new Error(`${email} is new: give their role with --role`);
  return [
    { says: `${email} is invited by mail`, act: (pool) => pool.invite(email, name) },
    ...roles.map((role) => joins(email, role)),
  ];
};

const asWanted: Deed = { says: 'They are there already, as wanted' };

function broughtBack(found: UserFound, { email, name }: Asked): readonly Deed[] {
  const isRenamed = name !== undefined && name !== found.name;
  const act = (pool: Pool) => pool.describe(email, name);
  return [
    ...(found.isEnabled
      ? []
      : [{ says: `${email} is enabled again`, act: (pool: Pool) => pool.enable(email) }]),
    ...(isRenamed ? [{ says: `They are called ${name} from the next sign-in on`, act }] : []),
    ...(found.isVerified || isRenamed ? [] : [{ says: 'Their address counts as verified', act }]),
  ];
}

function roleDeeds({ groups }: UserFound, { email, roles }: Asked): readonly Deed[] {
  if (!roles) return [];
  return [
    ...groups
      .filter((group) => !roles.some((role) => role === group))
      .map((group) => leaves(email, group)),
    ...roles.filter((role) => !groups.includes(role)).map((role) => joins(email, role)),
  ];
}

const joins = (email: string, role: Role): Deed => ({
  says: `They are ${role} from the next sign-in on`,
  act: (pool) => pool.join(email, role),
});

const leaves = (email: string, group: string): Deed => ({
  says: `They are ${group} no more, within the hour`,
  act: (pool) => pool.leave(email, group),
});

/**
 * The password goes first: without the authenticator, whoever knew it could set up their own. What
 * remains to prove who they are is their mail.
 */
const reset: Deeds = (found, { email, authenticator }) => {
  if (!found) throw new Error(`There is nobody with ${email}: npm run user -- add`);
  if (!found.isEnabled) throw new Error(`${email} is disabled: npm run user -- add enables them`);
  if (found.isInvited)
    return [
      {
        says: `${email} has not signed in yet, and is invited anew by mail`,
        act: (pool) => pool.inviteAgain(email),
      },
    ];
  return [
    ...broughtBack(found, { email, authenticator }),
    {
      says: `${email} gets a code by mail, with which the next sign-in sets a new password`,
      act: (pool) => pool.resetPassword(email),
    },
    { says: 'They are signed out everywhere, within the hour', act: (pool) => pool.signOut(email) },
    ...(authenticator
      ? [
          {
            says: 'Their authenticator is forgotten: the next sign-in sets up a new one',
            act: (pool: Pool) => pool.forgetAuthenticator(email),
          },
        ]
      : []),
  ];
};

const remove: Deeds = (found, { email }) => {
  if (!found) return [{ says: `There is nobody with ${email}` }];
  const disabled: readonly Deed[] = [
    { says: `${email} can sign in no more`, act: (pool) => pool.disable(email) },
    {
      says: 'A token that they still hold ends within the hour',
      act: (pool) => pool.signOut(email),
    },
  ];
  return ifAny(
    [...(found.isEnabled ? disabled : []), ...found.groups.map((group) => leaves(email, group))],
    { says: `${email} is disabled already` },
  );
};

const ifAny = (deeds: readonly Deed[], otherwise: Deed): readonly Deed[] =>
  deeds.length > 0 ? deeds : [otherwise];

export const acts = { add, reset, remove } as const satisfies Record<string, Deeds>;
