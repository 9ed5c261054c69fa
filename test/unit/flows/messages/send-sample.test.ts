import { describe, expect, it } from 'vitest';
import { sendSample } from '#flows/messages/send-sample';
import { aStage, planWith } from '../given.ts';
import { settings } from '../settings.ts';

const phone = '+6287000000001';
const onTheList = { onlyTo: [phone] };
const sample = { step: 'before', language: 'id', phone } as const;
const layout = (facts = {}) => aStage({ plan: planWith({ ...onTheList, ...facts }) }).memory;

describe('a sample', () => {
  it('is what a made-up worker would read today, sent once, and leaves no row', async () => {
    const memory = layout();
    const text = 'Yth. Siti Contoh, before: BPJS Ketenagakerjaan Nov 2026 Rp8.400.';
    expect(await sendSample(sample, memory, settings)).toEqual({
      status: 'sent',
      messageId: 'msg_1',
      text,
      parts: 1,
    });
    expect(memory.state.outbox).toMatchObject([{ phone, text }]);
    expect(memory.state.reminders.size + memory.state.budgets.size).toBe(0);
  });

  it.each([
    ['jv', 'Kagem'],
    ['su', 'Kahatur'],
    ['en', 'Dear'],
  ] as const)('in %s begins with %s', async (language, greeting) => {
    expect((await sendSample({ ...sample, language }, layout(), settings)).text).toMatch(
      new RegExp(`^${greeting} `),
    );
  });

  it('of a step that is switched off can be tried as well', async () => {
    expect(await sendSample({ ...sample, step: 'lapsed' }, layout(), settings)).toMatchObject({
      status: 'sent',
    });
  });

  it('is sent while the plan is paused: to look at it first is what it is for', async () => {
    expect(await sendSample(sample, layout({ paused: true }), settings)).toMatchObject({
      status: 'sent',
    });
  });

  it.each(['refused', 'try-later'] as const)('that is %s is not tried again', async (status) => {
    const memory = layout();
    memory.state.answers.push({ status });
    expect(await sendSample(sample, memory, settings)).toMatchObject({ status });
    expect(memory.state.outbox).toEqual([]);
  });
});

describe('no sample', () => {
  it.each([
    [
      'to a phone that is not on the list',
      { onlyTo: ['+6287000000002'] },
      'is not on the list onlyTo',
    ],
    ['where there is no list', { onlyTo: null }, 'onlyTo of the plan is null'],
  ])('%s', async (_, facts, sentence) => {
    const memory = layout(facts);
    await expect(sendSample(sample, memory, settings)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining(sentence),
    });
    expect(memory.state.outbox).toEqual([]);
  });

  it('at night', async () => {
    const memory = layout();
    memory.state.now = '2026-11-11T13:00:00.000Z';
    await expect(sendSample(sample, memory, settings)).rejects.toThrow(
      'It is 20:00 in Jakarta, and from 20:00 to 08:00 no text leaves',
    );
  });

  it('of a step that the plan has not', async () => {
    await expect(
      sendSample({ ...sample, step: 'never' }, layout(), settings),
    ).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: 'step', values: { choices: expect.arrayContaining(['before']) } }],
    });
  });
});
