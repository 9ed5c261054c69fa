import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Role } from '#triggers';
import type { PageId } from '../shared/addresses.ts';

export type Page = Readonly<{
  id: PageId;
  roles: readonly Role[];
  /** Pages that are reached from another page are not in the navigation. */
  inNavigation: boolean;
  Component: LazyExoticComponent<ComponentType>;
}>;

/** Who sees which page, in the order of the navigation. A role begins on the first of its pages. */
export const pages: readonly Page[] = [
  {
    id: 'today',
    roles: ['admin'],
    inNavigation: true,
    Component: lazy(async () => ({ default: (await import('../today/today.tsx')).TodayPage })),
  },
  {
    id: 'workers',
    roles: ['admin', 'service'],
    inNavigation: true,
    Component: lazy(async () => ({
      default: (await import('../workers/workers.tsx')).WorkersPage,
    })),
  },
  {
    id: 'worker',
    roles: ['admin', 'finance', 'service'],
    inNavigation: false,
    Component: lazy(async () => ({ default: (await import('../worker/worker.tsx')).WorkerPage })),
  },
  {
    id: 'import',
    roles: ['admin'],
    inNavigation: false,
    Component: lazy(async () => ({ default: (await import('../import/import.tsx')).ImportPage })),
  },
  {
    id: 'attention',
    roles: ['admin', 'finance'],
    inNavigation: false,
    Component: lazy(async () => ({
      default: (await import('../attention/attention.tsx')).AttentionPage,
    })),
  },
  {
    id: 'plan',
    roles: ['admin'],
    inNavigation: true,
    Component: lazy(async () => ({ default: (await import('../plan/plan.tsx')).PlanPage })),
  },
  {
    id: 'runs',
    roles: ['admin'],
    inNavigation: true,
    Component: lazy(async () => ({ default: (await import('../runs/runs.tsx')).RunsPage })),
  },
  {
    id: 'activity',
    roles: ['admin'],
    inNavigation: true,
    Component: lazy(async () => ({
      default: (await import('../activity/activity.tsx')).ActivityPage,
    })),
  },
  {
    id: 'renewals',
    roles: ['finance', 'admin'],
    inNavigation: true,
    Component: lazy(async () => ({
      default: (await import('../renewals/renewals.tsx')).RenewalsPage,
    })),
  },
  {
    id: 'cohort',
    roles: ['finance', 'admin'],
    inNavigation: false,
    Component: lazy(async () => ({
      default: (await import('../renewals/cohort/cohort.tsx')).CohortPage,
    })),
  },
  {
    id: 'payments',
    roles: ['finance', 'admin'],
    inNavigation: true,
    Component: lazy(async () => ({
      default: (await import('../payments/payments.tsx')).PaymentsPage,
    })),
  },
  {
    id: 'payments-import',
    roles: ['finance'],
    inNavigation: false,
    Component: lazy(async () => ({
      default: (await import('../import/payments-import.tsx')).PaymentsImportPage,
    })),
  },
  {
    id: 'settings',
    roles: ['admin'],
    inNavigation: true,
    Component: lazy(async () => ({
      default: (await import('../settings/settings.tsx')).SettingsPage,
    })),
  },
];

export const pagesFor = (roles: readonly Role[]): readonly Page[] =>
  pages.filter((page) => page.roles.some((role) => roles.includes(role)));
