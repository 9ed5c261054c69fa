import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Role } from '#triggers';
import type { PageId } from './addresses.ts';

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
    Component: lazy(async () => ({ default: (await import('./pages/today.tsx')).TodayPage })),
  },
];

export const pagesFor = (roles: readonly Role[]): readonly Page[] =>
  pages.filter((page) => page.roles.some((role) => roles.includes(role)));
