import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '#triggers';
import { bringFiles } from './imports.ts';
import { bringMoney, setMoneyRight } from './payments.ts';
import { bringPeople, changePeople } from './people.ts';
import { type Place, startPlace } from './place.ts';
import { approvePlans, changePlans, spoilSchedules } from './plans.ts';
import { askForReports } from './reports.ts';
import { sendNothing, sendTexts } from './texts.ts';

/** Each function does all that it can do, by the ways that people and services have. */
export async function everything(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-permissions-'));
  try {
    await during(startPlace(folder), throughNovember);
    await during(startPlace(folder, { settings: { approval: true } }), approvePlans);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function during(starting: Promise<Place>, act: (place: Place) => Promise<void>) {
  const place = await starting;
  await act(place).finally(place.stop);
}

async function throughNovember(place: Place): Promise<void> {
  await refuseNobody(place);
  await bringPeople(place);
  await changePlans(place);
  await bringMoney(place);
  await bringFiles(place);
  await sendTexts(place);
  await setMoneyRight(place);
  await changePeople(place);
  await spoilSchedules();
  await place.clockTo('2026-11-14T08:00:00+07:00');
  await askForReports(place);
  await sendNothing(place);
  // Credit buys December as it begins.
  await place.clockTo('2026-12-01T01:06:00+07:00');
}

/** Whoever has no role is refused everything, and each time it is written down. */
async function refuseNobody(place: Place): Promise<void> {
  const nobody = await place.asNobody();
  for (const { method, path, roles } of routes)
    if (typeof roles !== 'string') await place.call(method, path.replace(/\{\w+\}/g, 'x'), nobody);
}
