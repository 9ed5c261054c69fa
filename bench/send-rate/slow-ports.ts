import { backOff } from '#aws/database';
import { attemptsToSave } from '#aws/sending/slice-store';
import { busy } from '#domain/refused';
import type { SliceStore } from '#flows/sending/slice-store';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { diceOf } from '#local/simulation/chance';
import { type Latencies, latenciesFrom } from './latency.ts';

/** What writes two rows and more at once; a slice does where it books or moves tickets. */
const transactions: readonly string[] = ['reminders.write'];

/**
 * The ports in memory, each of whose calls takes its time, and takes effect in the middle of it. A
 * transaction of slices that finds one of its rows in another's hands is cancelled, and tries again
 * as our stores do: after the same pause, so many times.
 */
export function slowPorts(latencies: Latencies, now: string) {
  const latency = latenciesFrom(latencies);
  const dice = diceOf(latencies.seed + 1);
  const conflicts = { met: 0, givenUp: 0 };
  const usual = (operation: string): number => {
    if (operation === 'sms.send') return latencies.sms;
    return transactions.includes(operation) ? latencies.transaction : latencies.transaction / 2;
  };
  const memory: InMemoryPorts = inMemoryPorts({
    now,
    gate: async (operation) => {
      await memory.clock.sleep(latency(usual(operation) / 2));
    },
  });
  const held = new Set<string>();
  const save: SliceStore['save'] = async (slice, booking, tickets) => {
    const rows = [
      ...(booking ? [`BUDGET#${booking.month}`] : []),
      ...(tickets ? [`TRIAL#${tickets.text}`] : []),
    ];
    for (let attempt = 0; rows.some((row) => held.has(row)); attempt++) {
      conflicts.met += 1;
      await memory.clock.sleep(latency(latencies.transaction));
      if (attempt + 1 < attemptsToSave) await memory.clock.sleep(backOff(attempt, dice));
      else {
        conflicts.givenUp += 1;
        throw busy();
      }
    }
    for (const row of rows) held.add(row);
    try {
      if (rows.length > 0) await memory.clock.sleep(latency(latencies.transaction / 2));
      return await memory.slices.save(slice, booking, tickets);
    } finally {
      for (const row of rows) held.delete(row);
    }
  };
  return { memory, conflicts, slices: { ...memory.slices, save } };
}
