import type { Role } from '#triggers';

/** Who may sign in on one machine: one made-up person for each role, without a password. Their subject is the name of the role. */
export const users = {
  admin: { name: 'Ratna Wulandari', username: 'ratna' },
  finance: { name: 'Bambang Setiadi', username: 'bambang' },
  service: { name: 'Ayu Puspita', username: 'ayu' },
} as const satisfies Record<Role, Readonly<{ name: string; username: string }>>;

export const isUser = (role: string): role is Role => Object.hasOwn(users, role);

/** What Cognito writes into an access token besides who issued it, for whom and until when; and the name, for want of a user pool to look it up in. */
export const claimsOf = (role: Role) => ({
  ...users[role],
  'cognito:groups': [role],
  token_use: 'access',
});
