import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { type Sample, sendSample } from '#flows/messages/send-sample';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aStage, nine, planWith } from '../given.ts';
import { settings } from '../settings.ts';

const phone = '+6287000000001';
const asked = { step: 'before', language: 'id', phone } as const;
const layout = (facts: Partial<Plan> = {}) =>
  aStage({ plan: planWith({ testPhones: [phone], ...facts }) }).memory;

const sample = (memory: InMemoryPorts, facts: Partial<Sample> = {}) =>
  sendSample({ ...asked, ...facts }, 'call-1', memory, settings);

const money = ({ state }: InMemoryPorts) =>
  state.budgets.get('2026-11') ?? { committed: 0, spent: 0 };

describe('a sample', () => {
  it('is what a made-up worker would read today, sent once, and is no reminder', async () => {
    const memory = layout();
    const text = 'Yth. Siti Contoh, before: BPJS Ketenagakerjaan Nov 2026 Rp8.400.';
    expect(await sample(memory)).toEqual({ status: 'sent', messageId: 'msg_1', text, parts: 1 });
    expect(memory.state.outbox).toMatchObject([{ phone, text }]);
    const { reminders, slices, trials, counted } = memory.state;
    expect(reminders.size + slices.size + trials.size + counted.size).toBe(0);
  });

  it('of a draft says what the draft says, and leaves the plan as it is', async () => {
    const memory = layout();
    const step = { texts: { id: 'Yth. {name}, contoh draf {amount}.' } };
    const { version: _, ...draft } = planWith({ testPhones: [], step });
    expect((await sample(memory, { plan: draft })).text).toBe(
      'Yth. Siti Contoh, contoh draf Rp8.400.',
    );
    expect(memory.state.plans).toHaveLength(1);
  });

  it.each([
    ['jv', 'Kagem'],
    ['su', 'Kahatur'],
    ['en', 'Dear'],
  ] as const)('in %s begins with %s', async (language, greeting) => {
    expect((await sample(layout(), { language })).text).toMatch(new RegExp(`^${greeting} `));
  });

  it.each<[string, Partial<Plan>]>([
    ['of a step that is switched off', {}],
    ['while the plan is paused', { paused: true }],
    ['while a trial list names another phone', { onlyTo: ['+6287000000002'] }],
  ])('%s can be tried as well', async (_, facts) => {
    expect(await sample(layout(facts), { step: 'lapsed' })).toMatchObject({ status: 'sent' });
  });

  it('costs what a text costs, and has its message id', async () => {
    const memory = layout({ monthlyBudgetRupiah: 2_640 });
    await sample(memory);
    expect(money(memory)).toEqual({ committed: 2_640, spent: 2_640 });
    expect([...memory.state.samples.values()]).toEqual([
      { id: 'call-1', at: nine, phone, messageId: 'msg_1', parts: 1, priceUsd: 0.16 },
    ]);
  });

  it('takes its place among the texts of a second', async () => {
    const memory = layout();
    await sample(memory);
    expect([...memory.state.rateLimit.values()].length).toBe(1);
  });

  it.each(['refused', 'try-later'] as const)(
    'that is %s is not tried again, and costs nothing',
    async (status) => {
      const memory = layout();
      memory.state.answers.push({ status });
      expect(await sample(memory)).toMatchObject({ status });
      expect(memory.state.outbox).toEqual([]);
      expect([memory.state.samples.size, money(memory)]).toEqual([0, { committed: 0, spent: 0 }]);
    },
  );

  it('that may have left is spent, and is nobody else’s', async () => {
    const memory = layout();
    memory.state.answers.push({ status: 'unknown', left: true });
    expect(await sample(memory)).toMatchObject({ status: 'unknown' });
    expect(money(memory).spent).toBe(2_640);
    expect([...memory.state.samples.values()]).toMatchObject([{ messageId: null }]);
  });

  it('waits while a country takes all places, and gives up without a text', async () => {
    const memory = layout();
    const first = Math.floor(Date.parse(nine) / 1_000);
    for (let second = first; second < first + 30; second++)
      memory.state.rateLimit.set(second, settings.smsPartsPerSecond);
    expect(await sample(memory)).toMatchObject({ status: 'try-later', reason: 'no-place' });
    expect(memory.state.outbox).toEqual([]);
    expect([memory.state.samples.size, money(memory).spent]).toEqual([0, 0]);
  });
});

describe('no sample', () => {
  const refused = async (memory: InMemoryPorts, facts: Partial<Sample> = {}) => {
    const error = await sample(memory, facts).catch((fault) => fault);
    expect(memory.state.outbox).toEqual([]);
    expect(money(memory).spent).toBe(0);
    return { code: error.code, issues: error.issues };
  };

  it.each([
    ['to a phone that is not on the list', { testPhones: ['+6287000000002'] }, 'not-a-test-phone'],
    ['where there is no list', { testPhones: [] }, 'no-test-phones'],
    ['because a trial lists the phone', { testPhones: [], onlyTo: [phone] }, 'no-test-phones'],
  ])('%s', async (_, facts, code) => {
    expect(await refused(layout(facts))).toMatchObject({
      code: 'forbidden',
      issues: [{ path: 'phone', code }],
    });
  });

  it('to a phone that only the draft lists', async () => {
    const { version: _, ...draft } = planWith({ testPhones: [phone] });
    const memory = layout({ testPhones: [] });
    expect(await refused(memory, { plan: draft })).toMatchObject({ code: 'forbidden' });
  });

  it('of a draft that could not be saved: each fault by its place', async () => {
    const { version: _, ...draft } = planWith({ step: { at: '25:00' } });
    expect(await refused(layout(), { plan: draft })).toMatchObject({
      code: 'invalid',
      issues: draft.steps.map((_, at) => ({ path: `steps.${at}.at`, code: 'not-a-time' })),
    });
  });

  it('at night, whatever hours the draft has', async () => {
    const memory = layout();
    memory.state.now = '2026-11-11T13:00:00.000Z';
    const { version: _, ...draft } = planWith({ quietHours: { from: '23:00', to: '05:00' } });
    expect(await refused(memory, { plan: draft })).toMatchObject({
      code: 'conflict',
      issues: [{ code: 'sample-at-night', values: { time: '20:00', from: '20:00', to: '08:00' } }],
    });
  });

  it('of a step that the plan has not', async () => {
    expect(await refused(layout(), { step: 'never' })).toMatchObject({
      code: 'invalid',
      issues: [{ path: 'step', values: { choices: expect.arrayContaining(['before']) } }],
    });
  });

  it('over the budget, though a slice may yet give some back', async () => {
    const memory = layout({ monthlyBudgetRupiah: 5_000 });
    memory.state.budgets.set('2026-11', { committed: 3_000, spent: 0 });
    expect(await refused(memory)).toMatchObject({
      code: 'conflict',
      issues: [{ code: 'sample-over-budget', values: { limit: 5_000 } }],
    });
  });
});
