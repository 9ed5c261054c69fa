import type { Role } from '#triggers';

export type User = Readonly<{ sub: string; name: string; email: string; role: Role }>;

/**
 * Made-up staff, as a user pool of Cognito would keep them, without passwords. The second admin
 * approves what the first one proposes.
 */
export const users = {
  admin: {
    sub: '0c9d2b1e-5a47-4c1f-9a53-6f0e1b7d8a01',
    name: 'Ratna Wulandari',
    email: 'ratna@ingat.example',
    role: 'admin',
  },
  'second-admin': {
    sub: '3e71f0a4-8b26-4d9c-b0f2-1c5a9e6d4b02',
    name: 'Wayan Sudarma',
    email: 'wayan@ingat.example',
    role: 'admin',
  },
  finance: {
    sub: '7a48c6d3-2f90-4e85-8d17-b39c0f5e2a03',
    name: 'Bambang Setiadi',
    email: 'bambang@ingat.example',
    role: 'finance',
  },
  service: {
    sub: 'b6153e9f-d07c-4a3b-a6e4-e82d7f91c504',
    name: 'Ayu Puspita',
    email: 'ayu@ingat.example',
    role: 'service',
  },
} as const satisfies Record<Role, User> & Record<string, User>;

export type UserId = keyof typeof users;

export const userIds = Object.keys(users) as readonly UserId[];

export const isUser = (id: string): id is UserId => Object.hasOwn(users, id);

export const userOf = (sub: string): User | undefined =>
  Object.values(users).find((user) => user.sub === sub);
