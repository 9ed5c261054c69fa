import { calls } from './calls.ts';

export const routes = [
  'GET /api/renewals',
  'GET /api/renewals.csv',
  'GET /api/renewals/{month}/cycles',
  'GET /api/members',
  'GET /api/members.csv',
] as const;
export type Route = (typeof routes)[number];
export type Query = Readonly<Record<string, string>>;

export const params = { month: '2026-11' };
export const asked = (route: Route, query: Query = {}, groups = '[finance]') =>
  calls(route, { query, groups, params }, 'renewals');
