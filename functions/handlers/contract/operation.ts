import type { z } from 'zod';
import type { ParameterName } from '#handlers/contract/parameters';
import type { routes } from '#triggers';

/** One call as the contract tells it: what stands here besides is worked out from triggers.ts. */
export type Operation = Readonly<{
  operationId: string;
  summary: string;
  parameters?: readonly ParameterName[];
  /** The schema that checks the body. */
  body?: z.ZodType | 'csv';
  /** What the fields of the body mean. */
  fields?: Readonly<Record<string, string>>;
  answers: Readonly<Partial<Record<200 | 201 | 202 | 409, z.ZodType | 'csv'>>>;
  /** Besides 400, 401, 403 and 500, which follow from the rest. */
  refuses?: readonly (404 | 409 | 413)[];
}>;

type KeyOf<R> =
  R extends Readonly<{ method: infer M extends string; path: infer P extends string }>
    ? `${M} ${P}`
    : never;

/** `GET /api/workers/{id}`, for each route of triggers.ts. */
export type RouteKey = KeyOf<(typeof routes)[number]>;

export type Operations = Readonly<Partial<Record<RouteKey, Operation>>>;
