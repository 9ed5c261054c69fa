import { vi } from 'vitest';
import { importOfKey } from '#aws/imports/import-files';
import { identity } from '#aws/people/identity';
import { changeIn } from '#aws/renewals/stream-record';
import { parseDelivery } from '#aws/sending/delivery-log';
import { holdLayout } from '#flows/hold-layout';
import type * as Wiring from '#handlers/wiring';
import type { Gate } from '#local/memory/gate';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { settings } from '../flows/settings.ts';

/**
 * Replaces `#handlers/wiring`, the only module that is mocked: a handler has no parameter but its
 * event, so this is its one seam, with ports behind it. Ids are hashed as in AWS: none hides a NIK.
 */
export const wiring = {
  clock: {
    now: () => new Date().toISOString(),
    sleep: async (milliseconds) => void vi.setSystemTime(Date.now() + milliseconds),
  },
  // Nothing is kept from one call to the next: each test has a world of its own.
  once: (make) => make,
  workers: () => current.memory.workers,
  payments: () => current.memory.payments,
  closings: () => current.memory.closings,
  patient: {
    workers: () => current.memory.workers,
    payments: () => current.memory.payments,
  },
  reminders: () => current.memory.reminders,
  slices: () => current.memory.slices,
  samples: () => current.memory.samples,
  trials: () => current.memory.trials,
  rateLimit: () => current.memory.rateLimit,
  plans: () => current.memory.plans,
  erasures: () => current.memory.erasures,
  confirmations: () => current.memory.confirmations,
  relocations: () => current.memory.relocations,
  receipts: () => current.memory.receipts,
  pulse: () => current.memory.pulse,
  attention: () => current.memory.attention,
  deadLetters: () => current.memory.deadLetters,
  auditLog: () => current.memory.auditLog,
  counts: () => current.memory.counts,
  imports: () => current.memory.imports,
  pieces: () => current.memory.pieces,
  files: () => current.memory.files,
  addresses: () => current.memory.addresses,
  importOfKey,
  changeIn,
  parseDelivery,
  secret: async (arn) => secrets[arn] ?? '',
  identity: async () => {
    const ours = identity(secrets['arn:nik'] ?? 'test');
    await holdLayout(current.memory.layout, {
      shards: settings.shards,
      nikSecret: ours.fingerprint,
    });
    return ours;
  },
  queue: () => current.memory.queue,
  sms: () => current.memory.sms,
  schedules: () => current.memory.schedules,
} satisfies typeof Wiring;

const current: { memory: InMemoryPorts } = { memory: inMemoryPorts() };

export const webhookSecret = 'whsec_dGhpcyBpcyBvbmx5IGEgdGVzdCwgbm8gc2VjcmV0';

/** What Secrets Manager holds; a test may change it. */
export const secrets: Record<string, string> = { 'arn:webhook': webhookSecret };

/** What each call of a port passes, before and after; a test may close it. */
export const gate: { pass: Gate } = { pass: async () => undefined };

/** A world for the handlers to act on; its clock is that of the machine, which tests set. */
export function newWorld(): InMemoryPorts {
  const memory = inMemoryPorts({
    shards: settings.shards,
    gate: (operation, when) => gate.pass(operation, when),
  });
  Object.defineProperty(memory.state, 'now', { get: () => new Date().toISOString() });
  current.memory = memory;
  return memory;
}
