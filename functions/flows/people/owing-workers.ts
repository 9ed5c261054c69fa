import { zoneOf } from '#domain/calendar/provinces';
import { type Zone, zones } from '#domain/calendar/zones';
import { beginsWith, plainName } from '#domain/people/plain-name';
import { partitionOf, type Worker } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import type { Settings } from '#domain/settings';
import { cursorAfter, pageOfPartitions } from '#flows/people/partition-pages';
import { viewsOf } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock, Page } from '#flows/ports';

type Ports = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'owing'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

/** Null asks for nothing. `group`: how it begins, in any spelling. */
export type OwingAsked = Readonly<{
  month: string;
  zone: Zone | null;
  province: string | null;
  group: string | null;
}>;

/** At most so many are answered of so many that are looked at, and of so many in one go. */
type Most = Readonly<{ found: number; read: number; atOnce: number }>;

const onePage: Most = { found: 50, read: 50, atOnce: 50 };
/** Between those asked for lie others of their zone. */
const onePageOfSome: Most = { found: 50, read: 2_000, atOnce: 500 };

/**
 * Lambda answers at most 6 MB, and a line takes at most 1 KB of them. 20,000 workers are 20 pages
 * and 200 BatchGets, in the 29 s that a call has (docs/decisions/0087).
 */
const onePart: Most = { found: 5_000, read: 20_000, atOnce: 1_000 };

/** A page for the console. One of a province or a group may be short, or empty and have a next. */
export const owingWorkers = (
  asked: OwingAsked,
  cursor: string | null,
  ports: Ports,
  settings: Settings,
): Promise<Page<WorkerView>> =>
  owing(asked, isSome(asked) ? onePageOfSome : onePage, { cursor, ports, settings });

/** The list as a file to call them by, or a part of it. */
export const owingPart = (
  asked: OwingAsked,
  cursor: string | null,
  ports: Ports,
  settings: Settings,
): Promise<Page<WorkerView>> => owing(asked, onePart, { cursor, ports, settings });

const isSome = ({ province, group }: OwingAsked): boolean => province !== null || group !== null;

type From = Readonly<{ cursor: string | null; ports: Ports; settings: Settings }>;

async function owing(
  asked: OwingAsked,
  most: Most,
  { cursor, ports, settings }: From,
): Promise<Page<WorkerView>> {
  const page = found(asked, most, { cursor, ports, settings });
  const workers = page.then(({ items }) => items);
  return { items: await viewsOf(workers, ports, settings), next: (await page).next };
}

async function found(
  asked: OwingAsked,
  most: Most,
  { cursor, ports: { workers }, settings: { shards } }: From,
): Promise<Page<Worker>> {
  const plain = { ...asked, group: asked.group === null ? null : plainName(asked.group) };
  const items: Worker[] = [];
  let after = cursor;
  for (let read = 0; read < most.read; read += most.atOnce) {
    const where = { month: asked.month, zones: zonesOf(asked), shards, cursor: after };
    const page = await pageOfPartitions({ ...where, pageSize: most.atOnce }, workers.owing);
    const stored = await workers.get(page.items.map(({ workerId }) => workerId));
    const those = page.items.filter(({ workerId }) =>
      isAskedFor(stored.get(workerId), plain, shards),
    );
    const taken = those.slice(0, most.found - items.length);
    items.push(...taken.flatMap(({ workerId }) => stored.get(workerId) ?? []));
    const last = taken.at(-1);
    if (last && taken.length < those.length) return { items, next: cursorAfter(last) };
    if (page.next === null || items.length === most.found) return { items, next: page.next };
    after = page.next;
  }
  return { items, next: after };
}

/** A province lies in one zone. */
const zonesOf = ({ zone, province }: OwingAsked): readonly Zone[] =>
  zones.filter(
    (each) => (zone === null || each === zone) && (province === null || each === zoneOf(province)),
  );

/** `group`: plain. The index lags behind: only workers who still owe the month are shown. */
const isAskedFor = (
  worker: Worker | undefined,
  { month, province, group }: OwingAsked,
  shards: number,
): boolean =>
  worker !== undefined &&
  partitionOf(worker, shards)?.month === month &&
  (province === null || worker.province === province) &&
  (group === null || beginsWith(worker.group ?? '', group));
