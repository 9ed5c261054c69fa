import * as z from 'zod';
import { type Database, type Write, write } from '#aws/database';
import { firstPage, getRow, pages, type Row } from '#aws/reading';
import { planSchema } from '#domain/plan/plan';
import { heldFrom, type PlanVersion, replacedBy } from '#domain/plan/plan-version';
import type { PlanStore } from '#flows/plan/plan-store';
import { type Key, keys } from '#table';

const pageSize = 20;

export const planStore = (database: Database): PlanStore => ({
  current: () => planAt(database, keys.currentPlan),

  version: (version) => planAt(database, keys.planVersion(version)),

  async inForceSince(since) {
    const versions: PlanVersion[] = [];
    for await (const { rows } of pages(database, { ...versionsBelow(null), limit: 10 })) {
      for (const version of rows.map(readPlan)) {
        const from = heldFrom(version);
        if (from !== null) versions.push(version);
        if (from !== null && from <= since) return versions;
      }
    }
    return versions;
  },

  async versions(before) {
    const { rows, more } = await firstPage(database, { ...versionsBelow(before), limit: pageSize });
    const items = rows.map(readPlan);
    return { items, next: more ? String(items.at(-1)?.plan.version) : null };
  },

  async save(next) {
    const written = await write(
      database,
      { put: { ...keys.currentPlan, ...next }, ...replacing(next) },
      fresh(next),
    );
    return written.done;
  },

  async propose(next) {
    const written = await write(
      database,
      { check: keys.currentPlan, ...replacing(next) },
      fresh(next),
    );
    return written.done;
  },

  async approve(approved) {
    const waiting = {
      put: { ...keys.planVersion(approved.plan.version), ...approved },
      if: '#approval = :none',
      values: { ':none': null },
    };
    const written = await write(
      database,
      { put: { ...keys.currentPlan, ...approved }, ...replacing(approved) },
      waiting,
    );
    return written.done;
  },
});

const versionsBelow = (before: number | null) => ({
  where: '#pk = :pk AND #sk BETWEEN :first AND :last',
  // Versions begin with 1: the key of version 0 lies before them all.
  values: {
    ':pk': keys.currentPlan.pk,
    ':first': keys.planVersion(0).sk,
    ':last': keys.planVersion((before ?? 1_000_000) - 1).sk,
  },
  newestFirst: true,
});

/** The stored plan is still the one whose place this takes. */
const replacing = (next: PlanVersion): Pick<Write, 'if' | 'values'> =>
  next.plan.version === 1
    ? { if: 'attribute_not_exists(#pk)' }
    : { if: '#plan.#version = :before', values: { ':before': replacedBy(next) } };

const fresh = (next: PlanVersion): Write => ({
  put: { ...keys.planVersion(next.plan.version), ...next },
  if: 'attribute_not_exists(#pk)',
});

async function planAt(database: Database, key: Key): Promise<PlanVersion | undefined> {
  const row = await getRow(database, key);
  return row && readPlan(row);
}

/** Throws where it does not fit: without its plan nothing may be sent. */
const readPlan = (row: Row): PlanVersion => planVersionSchema.parse(row);

const planVersionSchema = z.object({
  plan: planSchema,
  savedAt: z.string(),
  savedBy: z.string(),
  savedByName: z.string().optional(),
  replaces: z.number().int().optional(),
  approval: z
    .object({ by: z.string(), byName: z.string().optional(), at: z.string() })
    .nullable()
    .optional(),
}) satisfies z.ZodType<PlanVersion>;
