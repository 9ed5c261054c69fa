import type { Role } from '#triggers';

/** One made-up person for each role, without a password; the role is the subject of the token. */
export const users = {
  admin: { name: 'Ratna Wulandari', username: 'ratna' },
  finance: { name: 'Bambang Setiadi', username: 'bambang' },
  service: { name: 'Ayu Puspita', username: 'ayu' },
} as const satisfies Record<Role, Readonly<{ name: string; username: string }>>;

export const isUser = (role: string): role is Role => Object.hasOwn(users, role);

/** Cognito's claims of an access token, and the name: here there is no user pool to look it up. */
export const claimsOf = (role: Role) => ({
  ...users[role],
  'cognito:groups': [role],
  token_use: 'access',
});
