import { workerStore } from '#aws/people/worker-store';
import { stageSettings } from '#local/environment';
import { csvOf, header, type Person, rowOf } from '#local/made-up';
import { asAdmin, json } from '../../../stage/calls.ts';
import { cast, comesLater } from './cast.ts';
import { type Place, tableOf } from './place.ts';

export const idOf = async (place: Place, { nik }: Person): Promise<string> =>
  (await place.worker(nik)).workerId;

export async function bringPeople(place: Place): Promise<void> {
  await place.importCsv(csvOf(Object.values(cast)));
  await place.importCsv(`${header},group\n${rowOf(cast.isInGroup)},Paguyuban Batik Laweyan\n`);
}

/** Whoever had paid before the roster named them, and whoever leaves. */
export async function changePeople(place: Place): Promise<void> {
  await place.importCsv(csvOf([comesLater]));
  const mover = await idOf(place, cast.moves);
  await place.ask('POST', '/api/workers/find', asAdmin({ phone: cast.moves.phone }));
  const named = { name: cast.moves.name, province: 'Jawa Tengah' };
  await place.ask('POST', '/api/workers/find', asAdmin(named));
  await place.ask('GET', '/api/workers?month=2026-11', asAdmin());
  await place.ask('GET', '/api/workers.csv?month=2026-11', asAdmin());
  await place.ask('PATCH', `/api/workers/${mover}`, asAdmin({ province: 'Papua' }));
  await place.ask('POST', `/api/workers/${mover}/stop`, {
    role: 'service',
    ...json({ sharing: true }),
  });
  await place.ask('DELETE', `/api/workers/${mover}/stop`, { role: 'service' });
  await place.ask('DELETE', `/api/workers/${await idOf(place, cast.isErased)}`, asAdmin());
}

/** The first of the two writes of an erasure: there the function was stopped. */
export async function eraseHalf(place: Place, person: Person): Promise<void> {
  const workerId = await idOf(place, person);
  const { now } = await place.ask<{ now: string }>('GET', '/_local/clock');
  await workerStore({ ...tableOf(), shards: stageSettings.shards }).erase(workerId, now);
}
