import { describe, expect, it } from 'vitest';
import { zones } from '#domain/calendar/zones';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { haltedSteps } from '#flows/sending/trial/halted-steps';
import { releaseStep } from '#flows/sending/trial/release-step';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, edit, nine, outcomes, theSlice, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';
import { confirm, inJakarta, open, paidAt, paidRow, pay, pending, siti } from './confirming.ts';

const fire = (memory: InMemoryPorts) =>
  planRun({ zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine }, memory, settings);
const steps = ({ state }: InMemoryPorts) => state.queued.map(({ key }) => key.step);

/** Two workers: Siti's group has paid for her, Sri owes November. */
const sri = aWorker({ workerId: 'wrk_00000000000000000002', phone: '+6287000000002' });

describe('reminders go first', () => {
  it('no slice of confirmations is queued while one of reminders waits for its turn', async () => {
    const { memory } = await paidAt('08:50', { workers: [siti, sri] });
    memory.state.now = inJakarta('09:00');
    await fire(memory);
    await open(memory, inJakarta('09:01'));
    expect(steps(memory)).toEqual(['before']);
    await workOff(memory);
    expect(await confirm(memory, inJakarta('09:15'))).toBe(1);
    expect([outcomes(memory), paidRow(memory)]).toEqual([['sent', 'sent'], 'sent']);
  });

  it('one that has its turn while reminders wait is put aside until they have left', async () => {
    const { memory } = await paidAt('08:50', { workers: [siti, sri] });
    await open(memory);
    const slice = theSlice(memory);
    memory.state.now = inJakarta('09:00');
    await fire(memory);
    expect(await sendReminders(slice, 'holder', memory, settings)).toBe('not-now');
    expect([theSlice(memory).queuedAt, memory.state.outbox]).toEqual([null, []]);
    await workOff(memory);
    expect(memory.state.outbox.map(({ phone }) => phone)).toEqual([sri.phone]);
    expect(await confirm(memory, inJakarta('09:15'))).toBe(1);
  });

  it('a step that has halted holds up nobody for longer than half an hour', async () => {
    const many = workersNamed(60);
    const { memory } = await paidAt('08:50', { workers: [...many, siti] });
    memory.state.now = inJakarta('09:00');
    await fire(memory);
    memory.state.answers.push(
      ...Array.from({ length: 50 }, () => ({ status: 'refused' }) as const),
    );
    await workOff(memory);
    expect(await confirm(memory, inJakarta('09:15'))).toBe(0);
    expect(await confirm(memory, inJakarta('09:31'))).toBe(1);
  });
});

describe('a slice of confirmations', () => {
  it('begins anew for who has paid since it was finished', async () => {
    const second = aWorker({ ...siti, workerId: sri.workerId, phone: sri.phone });
    const { memory } = await paidAt('09:00', { workers: [siti, second] });
    expect(await confirm(memory)).toBe(1);
    await pay(memory, 'P-2', second);
    expect(await confirm(memory, inJakarta('09:15'))).toBe(1);
    expect([...memory.state.slices.values()]).toMatchObject([
      { step: 'paid', month: '2026-11', state: 'finished', counts: { sent: 2 } },
    ]);
  });

  it('is not queued a second time while a message lies there for it', async () => {
    const { memory } = await paidAt('09:00');
    await open(memory);
    await open(memory, inJakarta('09:15'));
    expect(steps(memory)).toEqual(['paid']);
    await open(memory, inJakarta('09:30'));
    expect(steps(memory)).toEqual(['paid', 'paid']);
  });

  it('whose holder has died is brought back, and counted, once a round', async () => {
    const { memory } = await paidAt('08:50', { workers: [siti, sri] });
    for (const zone of zones) memory.state.closed.set(zone, '2026-11-10');
    memory.state.now = inJakarta('09:00');
    await fire(memory);
    await workOff(memory);
    await open(memory, inJakarta('09:15'));
    const [key, slice] = [...memory.state.slices].find(([, { step }]) => step === 'paid') ?? [];
    const dead = { holder: 'dead', leaseUntil: inJakarta('09:17') };
    if (key && slice) memory.state.slices.set(key, { ...slice, ...dead });
    memory.state.queued.length = 0;
    memory.state.now = inJakarta('09:30');
    // With it the reminders of the two zones in which no schedule has fired.
    expect(await watch(memory, settings)).toBe(3);
    expect(steps(memory).filter((step) => step === 'paid')).toEqual(['paid']);
    await workOff(memory);
    expect(paidRow(memory)).toBe('sent');
  });

  it('is closed at the end of its day; who still waits is told on the next, and not missed', async () => {
    const { memory } = await paidAt('19:50');
    for (const zone of zones) memory.state.closed.set(zone, '2026-11-10');
    await open(memory);
    memory.state.queued.length = 0;
    await watchAndWork(memory, inJakarta('20:25'));
    expect(theSlice(memory)).toMatchObject({ state: 'closed', counts: {} });
    expect([outcomes(memory), pending(memory)]).toEqual([[], 1]);
    await watchAndWork(memory, inJakarta('08:05', '2026-11-12'));
    expect(paidRow(memory)).toBe('sent');
    expect([...memory.state.slices.values()].map(({ date, step }) => `${date} ${step}`)).toContain(
      '2026-11-12 paid',
    );
  });
});

/** With nobody but Siti there are slices of reminders too, in which nobody is. */
async function watchAndWork(memory: InMemoryPorts, now: string): Promise<void> {
  for (const round of [1, 2]) {
    memory.state.now = new Date(Date.parse(now) + round * 60_000).toISOString();
    await watch(memory, settings);
    await workOff(memory);
  }
}

describe('the first fifty confirmations of a day', () => {
  const workers = workersNamed(60, { group: 'Koperasi Ojek' });

  async function halted() {
    const { memory } = aStage({ workers, now: inJakarta('09:00') });
    for (const worker of workers) await pay(memory, `P-${worker.workerId}`, worker);
    memory.state.answers.push(...Array.from({ length: 3 }, () => ({ status: 'refused' }) as const));
    await confirm(memory);
    return memory;
  }

  it('are a trial: where three fail the others wait', async () => {
    const memory = await halted();
    expect([memory.state.outbox.length, pending(memory)]).toEqual([47, 10]);
    expect(memory.state.counted.get('halted')).toBe(1);
    expect(await haltedSteps('2026-11-11', memory)).toMatchObject([
      { step: 'paid', sent: 47, failed: 3, zones: ['Asia/Jakarta'] },
    ]);
  });

  it('the others are told once an admin releases them', async () => {
    const memory = await halted();
    expect(await releaseStep({ date: '2026-11-11', step: 'paid' }, 'admin', memory)).toBe(1);
    await workOff(memory);
    expect([memory.state.outbox.length, pending(memory)]).toEqual([57, 0]);
  });

  it('a corrected text is tried anew, and said by the slices that wait', async () => {
    const memory = await halted();
    edit(memory, { paidText: { enabled: false, texts: { id: 'Matur nuwun, {name}.' } } });
    await releaseStep({ date: '2026-11-11', step: 'paid' }, 'admin', memory);
    await workOff(memory);
    expect(memory.state.outbox.at(-1)?.text).toMatch(/^Matur nuwun/);
    expect([memory.state.outbox.length, pending(memory)]).toEqual([57, 0]);
  });
});
