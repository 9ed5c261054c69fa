import type { Role } from '#triggers';

/** Links name the page; a page that is not for the reader's role is shown as plain text. */
export const addresses = {
  today: '/',
  workers: '/workers',
  worker: '/workers/:id',
  import: '/workers/import',
  plan: '/plan',
  settings: '/settings',
  runs: '/runs',
  activity: '/activity',
  renewals: '/renewals',
  cohort: '/renewals/:month',
  payments: '/payments',
  'payments-import': '/payments/import',
  closings: '/closings',
  closing: '/closings/:month',
  attention: '/attention/:kind',
} as const;

export type PageId = keyof typeof addresses;

const readers: Readonly<Record<PageId, readonly Role[]>> = {
  today: ['admin'],
  workers: ['admin', 'finance', 'service'],
  worker: ['admin', 'finance', 'service'],
  import: ['admin'],
  plan: ['admin'],
  settings: ['admin'],
  runs: ['admin'],
  activity: ['admin'],
  renewals: ['finance', 'admin'],
  cohort: ['finance', 'admin'],
  payments: ['finance', 'admin'],
  'payments-import': ['finance'],
  closings: ['finance'],
  closing: ['finance'],
  attention: ['admin', 'finance'],
};

export const isFor = (page: PageId, roles: readonly Role[]): boolean =>
  readers[page].some((role) => roles.includes(role));

/** `addressOf('worker', {id: 'wrk_1'})` is `/workers/wrk_1`; other values go into the query. */
export function addressOf(page: PageId, values: Readonly<Record<string, string>> = {}): string {
  const rest = new URLSearchParams();
  let path: string = addresses[page];
  for (const [name, value] of Object.entries(values)) {
    if (path.includes(`:${name}`)) path = path.replace(`:${name}`, encodeURIComponent(value));
    else rest.set(name, value);
  }
  return rest.size > 0 ? `${path}?${rest}` : path;
}
