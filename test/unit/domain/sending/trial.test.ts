import { describe, expect, it } from 'vitest';
import { textFingerprint } from '#domain/messages/text-mark';
import { faredOf } from '#domain/sending/fared';
import {
  emptyTrial,
  type Fared,
  isBad,
  noneFared,
  type Trial,
  ticketsFor,
  trialState,
} from '#domain/sending/trial';
import { aReminder } from '../../../contract/builders.ts';
import { plan } from '../../../plan.ts';
import { settings } from '../../flows/settings.ts';

const of = { date: '2026-11-11', step: 'before', text: '0123456789ab', planVersion: 1 };
const trial = (facts: Partial<Trial>): Trial => ({ ...emptyTrial(of), ...facts });
const fared = (facts: Partial<Fared>): Fared => ({ ...noneFared, ...facts });

describe('a step halts where over 5 % of its first texts went wrong, and at least three', () => {
  it.each([
    [0, 50, false],
    [2, 50, false],
    [3, 50, true],
    [50, 50, true],
    [3, 51, true],
    [3, 59, true],
    [3, 60, false],
    [2, 3, false],
    [3, 3, true],
    [0, 0, false],
  ])('%i of %i: %s', (bad, all, halts) => {
    expect(isBad(fared({ sent: all - bad, failed: bad }))).toBe(halts);
  });

  it.each(['failed', 'unknown', 'overParts'] as const)('whether they are %s', (how) => {
    expect(isBad(fared({ sent: 47, [how]: 3 }))).toBe(true);
    expect(isBad(fared({ sent: 48, [how]: 2 }))).toBe(false);
  });

  it('or of each kind one', () => {
    expect(isBad({ sent: 47, failed: 1, unknown: 1, overParts: 1 })).toBe(true);
  });
});

describe('a trial', () => {
  it.each([
    ['nothing has left', {}, 'open'],
    ['three of 49 failed', { taken: 50, sent: 46, failed: 3 }, 'open'],
    ['forty have left, ten may be leaving', { taken: 50, sent: 40 }, 'open'],
    ['two of fifty failed', { taken: 50, sent: 48, failed: 2 }, 'passed'],
    ['three of fifty failed', { taken: 50, sent: 47, failed: 3 }, 'halted'],
    ['one more is known than tickets were given', { taken: 51, sent: 48, unknown: 3 }, 'halted'],
  ] as const)('where %s', (_, facts, state) => {
    expect(trialState(trial(facts))).toBe(state);
  });

  it('has passed once a person has let it go on', () => {
    const released = { at: '2026-11-11T03:00:00.000Z', by: 'admin' };
    expect(trialState(trial({ taken: 50, failed: 50, released }))).toBe('passed');
  });

  it.each([
    [0, 0, 0, 50],
    [49, 0, 0, 1],
    [50, 0, 0, 0],
    [53, 0, 0, 0],
    [50, 10, 10, 0],
    [50, 10, 7, 3],
    [49, 0, 1, 0],
  ])(
    'of which %i tickets are taken, %i of them by one of whose texts %i have fared, has %i for them',
    (taken, held, sent, tickets) => {
      expect(ticketsFor(trial({ taken }), { held, fared: fared({ sent }) })).toBe(tickets);
    },
  );
});

describe('how a text has fared', () => {
  const [step] = plan.steps;
  if (!step) throw new Error('The plan has no step');
  const terms = { step, settings };

  it.each([
    ['sent', { status: 'sent' }, { sent: 1 }],
    ['delivered already', { status: 'delivered' }, { sent: 1 }],
    ['undelivered already', { status: 'undelivered' }, { sent: 1 }],
    ['failed', { status: 'failed' }, { failed: 1 }],
    ['unknown', { status: 'unknown' }, { unknown: 1 }],
    ['sent in more parts than the preview foresaw', { status: 'sent', parts: 2 }, { overParts: 1 }],
    ['skipped', { status: 'skipped' }, {}],
    ['missed', { status: 'missed' }, {}],
    ['still being sent', { status: 'claimed' }, {}],
  ] as const)('%s', (_, facts, counted) => {
    expect(faredOf([aReminder(facts)], terms)).toEqual(fared(counted));
  });
});

describe('the fingerprint of a text', () => {
  const [step] = plan.steps;
  if (!step) throw new Error('The plan has no step');
  const { texts } = step;

  it('stays where other things change', () => {
    expect(textFingerprint({ ...step, at: '10:00', enabled: false, offsetDays: -3 })).toBe(
      textFingerprint(step),
    );
  });

  it('does not depend on the order of languages', () => {
    const turned = Object.fromEntries(Object.entries(texts).toReversed());
    expect(textFingerprint({ ...step, texts: turned })).toBe(textFingerprint(step));
  });

  it.each([
    ['a text', { texts: { ...texts, id: `${texts.id} ` } }],
    ['the news of a price', { priceChangeTexts: { id: 'Yth. {name}' } }],
    ['the parts allowed', { maxParts: 3 }],
    ['a text in one more language', { texts: { ...texts, su: texts.id ?? '' } }],
  ] as const)('is another where %s changes', (_, facts) => {
    expect(textFingerprint({ ...step, ...facts })).not.toBe(textFingerprint(step));
  });
});
