import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Role } from '#triggers';
import type { PageId } from '../shared/addresses.ts';

/** Each page is a chunk of its own, loaded when it is first opened. */
const page = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

export const pages = {
  today: page(() => import('../today/today.tsx'), 'TodayPage'),
  workers: page(() => import('../workers/workers.tsx'), 'WorkersPage'),
  worker: page(() => import('../worker/worker.tsx'), 'WorkerPage'),
  import: page(() => import('../import/import.tsx'), 'ImportPage'),
  attention: page(() => import('../attention/attention.tsx'), 'AttentionPage'),
  plan: page(() => import('../plan/plan.tsx'), 'PlanPage'),
  runs: page(() => import('../runs/runs.tsx'), 'RunsPage'),
  activity: page(() => import('../activity/activity.tsx'), 'ActivityPage'),
  renewals: page(() => import('../renewals/renewals.tsx'), 'RenewalsPage'),
  cohort: page(() => import('../renewals/cohort/cohort.tsx'), 'CohortPage'),
  payments: page(() => import('../payments/payments.tsx'), 'PaymentsPage'),
  'payments-import': page(() => import('../import/payments-import.tsx'), 'PaymentsImportPage'),
  closings: page(() => import('../closings/closings.tsx'), 'ClosingsPage'),
  closing: page(() => import('../closings/closing.tsx'), 'ClosingPage'),
  settings: page(() => import('../settings/settings.tsx'), 'SettingsPage'),
} as const satisfies Record<PageId, ComponentType>;

/** Where a role starts; whoever has several starts with the first of these. */
export const starts = [
  ['admin', 'today'],
  ['finance', 'renewals'],
  ['service', 'workers'],
] as const satisfies readonly (readonly [Role, PageId])[];

/** In the navigation's order. */
export const inNavigation = [
  'today',
  'workers',
  'plan',
  'runs',
  'activity',
  'renewals',
  'payments',
  'closings',
  'settings',
] as const satisfies readonly PageId[];
