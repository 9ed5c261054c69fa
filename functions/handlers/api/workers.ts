import * as z from 'zod';
import { provinces } from '#domain/calendar/provinces';
import { zones } from '#domain/calendar/zones';
import { callListCsv } from '#domain/people/call-list/call-list-csv';
import { correctionSchema, stopSchema } from '#domain/people/correction';
import { factRules } from '#domain/people/fact-rules';
import { parseNik } from '#domain/people/nik';
import { parsePhone } from '#domain/people/phone';
import { plainName } from '#domain/people/plain-name';
import type { Worker } from '#domain/people/worker';
import { isWorkerId } from '#domain/people/worker-id';
import { type Problem, problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { correctWorker, eraseWorker, resumeTexts, stopTexts } from '#flows/people/change-worker';
import { type OwingAsked, owingPart, owingWorkers } from '#flows/people/owing-workers';
import { stopSharing } from '#flows/people/shared-phone';
import { showWorker } from '#flows/people/show-worker';
import { findWorkers, type Sought, views } from '#flows/people/show-workers';
import { lookedAt, page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { monthIn, oneOf } from '#handlers/query';
import { byOf, parsed, type Request } from '#handlers/request';
import { clock, identity, once, plans, slices, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('workers');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { plans, slices, workers }), identity: knownIdentity, clock },
  };
});

/** Made for a search by NIK: everything else here is done without. */
const knownIdentity = once(() => identity(environment('workers')));

export const handler = api<'workers'>({
  'POST /api/workers/find': async ({ text }) => {
    const { ports, settings } = await wired();
    const body = await findWorkers(sought(text), ports, settings);
    return { body, trail: { found: [], ...lookedAt(body.items) } };
  },
  'GET /api/workers': async ({ query }) => {
    const { ports, settings } = await wired();
    return page(await owingWorkers(askedIn(query), query.cursor || null, ports, settings));
  },
  'GET /api/workers.csv': async ({ query }) => {
    const { ports, settings } = await wired();
    const asked = askedIn(query);
    const { items, next } = await owingPart(asked, query.cursor || null, ports, settings);
    const { month, zone, province } = asked;
    return {
      csv: callListCsv(items, { now: clock.now(), isCut: next !== null }),
      file: `${['workers', month, ...(province ? [province] : [])].join('-')}.csv`,
      next,
      trail: { month, zone, province, workers: items.length, isAll: next === null },
    };
  },
  'GET /api/workers/{id}': async ({ params }) => {
    const { ports, settings } = await wired();
    const body = await showWorker(idIn(params), ports, settings);
    return { body, trail: lookedAt(body.sharing.items) };
  },
  'PATCH /api/workers/{id}': async ({ params, text, ...call }) => {
    const { ports, settings } = await wired();
    const correction = parsed(correctionSchema, text);
    return shown(await correctWorker(idIn(params), correction, byOf(call), ports, settings));
  },
  'DELETE /api/workers/{id}': async ({ params, by }) => {
    const { ports } = await wired();
    const workerId = idIn(params);
    await eraseWorker(workerId, ports);
    // Where the table was lost, this line still says who must not come back.
    logger.info('worker erased', { workerId, by });
    return { body: { erased: true } };
  },
  'POST /api/workers/{id}/stop': async ({ params, text, ...call }) => {
    const { ports } = await wired();
    const { until = null, sharing = false } = parsed(stopSchema, text);
    const worker = await stopTexts(idIn(params), until, byOf(call), ports);
    const others = sharing ? await stopSharing(worker, until, byOf(call), ports) : 0;
    const { body } = await shown(worker);
    return { body: { ...body, others }, trail: { others } };
  },
  'DELETE /api/workers/{id}/stop': async ({ params, ...call }) => {
    const { ports } = await wired();
    return shown(await resumeTexts(idIn(params), byOf(call), ports));
  },
});

const askedIn = ({ month, zone, province, group }: Request['query']): OwingAsked => ({
  month: monthIn('month', month),
  zone: zone ? oneOf(zones, 'zone', zone) : null,
  province: province ? oneOf(provinces, 'province', province) : null,
  group: group?.trim() || null,
});

/** Nothing looks up what is not a worker id: it could be a phone or NIK put into an address. */
function idIn({ id = '' }: Readonly<Record<string, string>>): string {
  if (isWorkerId(id)) return id;
  throw refused('not-found', problem('not-a-worker-id'));
}

async function shown(worker: Worker): Promise<Readonly<{ body: object }>> {
  const { ports, settings } = await wired();
  const [view] = await views([worker], ports, settings);
  return { body: { worker: view } };
}

export const soughtSchema = z
  .strictObject({
    ...{ phone: z.string(), nik: z.string(), workerId: z.string() },
    ...{ name: z.string(), province: z.string(), group: z.string() },
  })
  .partial();

function sought(text: string): Sought {
  const { phone, nik, workerId, name, province, group } = parsed(soughtSchema, text);
  const given = [phone, nik, workerId, name ?? province ?? group];
  if (given.filter((each) => each !== undefined).length !== 1)
    throw refused('invalid', problem('not-one-sought'));
  if (given[3] !== undefined) return named(name, province, group);
  if (workerId !== undefined) return { workerId: idIn({ id: workerId }) };
  if (phone !== undefined) return { phone: accepted('phone', parsePhone(phone)).phone };
  return { nik: accepted('nik', parseNik(nik ?? '')).nik };
}

function named(name = '', province = '', group?: string): Sought {
  if (plainName(name).length < 2)
    throw refused('invalid', { path: 'name', ...problem('name-too-short') });
  const place = factRules.province(province);
  if ('reason' in place) throw refused('invalid', { path: 'province', ...place });
  return { name, province: place.value, group };
}

function accepted<T extends object>(path: string, value: T | Problem): Exclude<T, Problem> {
  if ('reason' in value) throw refused('invalid', { path, ...(value as Problem) });
  return value as Exclude<T, Problem>;
}
