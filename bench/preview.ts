import type { Plan } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../test/stage/calls.ts';
import { startTestStage } from '../test/stage/stage.ts';

/**
 * Imports 100,000 workers into a fresh emulator and times what the console asks for: previews of 90
 * days, and the pages of who owes a month. It takes some minutes, nearly all for the import: `npx
 * node bench/preview.ts`, or with another count `… 20000`.
 */
const count = Number(process.argv[2] ?? 100_000);
const stage = await startTestStage({ now: '2026-11-01T08:00+07:00', heldOut: true });
try {
  for (let first = 1; first <= count; first += 1_000)
    await stage.importCsv(csvOf(people(Math.min(1_000, count - first + 1), {}, first)));
  await stage.clockBy('PT1S');
  const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
  for (let round = 1; round <= 5; round++) {
    const began = performance.now();
    const { total } = await stage.ask<Preview>(
      'POST',
      '/api/plan/preview',
      asAdmin({ plan, from: '2026-11-01', to: '2027-01-29' }),
    );
    console.log(
      `${count} workers: ${total.reminders} reminders in ${Math.round(performance.now() - began)} ms`,
    );
  }
  for (let page = 1, cursor = ''; page <= 5; page++) {
    const began = performance.now();
    const path = `/api/workers?month=2026-11&cursor=${encodeURIComponent(cursor)}`;
    const { items, next } = await stage.ask<{ items: readonly object[]; next: string }>(
      'GET',
      path,
      asAdmin(),
    );
    console.log(
      `${count} workers: page ${page} of who owes November, ${items.length} of them, in ${Math.round(performance.now() - began)} ms`,
    );
    cursor = next;
  }
} finally {
  await stage.stop();
}
