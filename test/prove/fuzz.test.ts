import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelivery } from '#aws/sending/delivery-log';
import { isDate, isMonth } from '#domain/calendar/dates';
import { readDate, readMonth } from '#domain/csv/cells';
import { parsePayments } from '#domain/payments/files/payment-file';
import { parseNik } from '#domain/people/nik';
import { parsePhone } from '#domain/people/phone';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { workerFacts } from '#domain/people/worker';
import { checkPlan } from '#domain/plan/checks/plan-check';
import { planSchema } from '#domain/plan/plan';
import { Refused } from '#domain/refused';
import { noticeSchema } from '#handlers/api/receive-payment';
import { cursors } from '#handlers/cursor';
import { parsed, requestOf } from '#handlers/request';
import { routes } from '#triggers';
import { plan } from '../plan.ts';
import { settings } from '../unit/flows/settings.ts';
import { cpuOf, dialects, fileOf, jsonNear, line, nearly, soup } from './fuzz-cases.ts';

const cases = { numRuns: 10_000 };

/** What it answers, or null where it refuses; anything else that is thrown is a crash. */
function refusedOr<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

const nikPattern = /^\d{16}$/;
const phonePattern = /^\+628[1-35-9]\d{7,10}$|^\+62870\d{6,9}$/;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('10,000 made-up inputs a kind: no crash, and no value that was not there', () => {
  it('a roster', () => {
    const facts = workerFacts.partial();
    fc.assert(
      fc.property(fileOf(line.worker, soup), (text) => {
        const read = refusedOr(() => parseRoster(text));
        for (const { nik, facts: said } of read?.rows ?? []) {
          expect(nik).toMatch(nikPattern);
          expect(facts.safeParse(said).error).toBeUndefined();
          if (said.phone) expect(said.phone).toMatch(phonePattern);
          expect(said.income).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
        }
      }),
      cases,
    );
  });

  it('a roster of good lines in any dialect is read as it was meant', () => {
    fc.assert(
      fc.property(
        fc.array(nearly.person, { minLength: 1, maxLength: 3 }),
        dialects,
        (people, write) => {
          const text = write(
            line.worker,
            people.map(({ cells }) => cells),
          );
          const { rows, rejected } = parseRoster(text);
          expect(rejected).toEqual([]);
          expect(
            rows.map(({ nik, facts: { phone, coveredThrough, income } }) => ({
              ...{ nik, phone, coveredThrough, income },
            })),
          ).toEqual(people.map(({ meant }) => meant));
        },
      ),
      cases,
    );
  });

  it('a file of payments', () => {
    fc.assert(
      fc.property(fileOf(line.payment, soup), (text) => {
        for (const { nik, notice } of refusedOr(() => parsePayments(text))?.rows ?? []) {
          const { amount, paidAt, months, reference, channel } = notice;
          expect(nik).toMatch(nikPattern);
          expect(Number.isInteger(amount) && amount > 0 && amount <= 1_000_000_000).toBe(true);
          expect(paidAt).toMatch(instantPattern);
          expect(months === null || (months >= 1 && months <= 12)).toBe(true);
          expect(`${channel}${reference}`).not.toContain('#');
        }
      }),
      cases,
    );
  });

  it('the body of a payment’s notice', () => {
    const notice = { reference: 'P-1', channel: 'bank', nik: '9972014105900001', amount: 8_400 };
    fc.assert(
      fc.property(
        jsonNear({ ...notice, paidAt: '2026-11-11T09:30:00+07:00', months: 1 }),
        (text) => {
          const read = refusedOr(() => parsed(noticeSchema, text));
          if (!read) return;
          expect(read.paidAt).toMatch(instantPattern);
          expect(Number.isInteger(read.amount) && read.amount > 0).toBe(true);
          expect(read.channel).toMatch(/^[a-z0-9-]{1,40}$/);
          expect((read.nik === undefined) !== (read.workerId === undefined)).toBe(true);
        },
      ),
      cases,
    );
  });

  it('a line of the delivery log', () => {
    const record = {
      notification: { messageId: 'm-1', timestamp: '2026-11-11 02:00:03.123' },
      delivery: { destination: '+6287000000000', providerResponse: 'ok', dwellTimeMs: 5_000 },
      status: 'SUCCESS',
    };
    fc.assert(
      fc.property(jsonNear(record), (text) => {
        const read = parseDelivery(text);
        if ('wrong' in read) {
          expect(read.wrong).not.toContain('6287');
          return;
        }
        if ('masked' in read) return;
        expect(read.sentAt).toMatch(instantPattern);
        expect(read.at >= read.sentAt).toBe(true);
        expect(read.reason ?? '').not.toMatch(/\d{6}/);
      }),
      cases,
    );
  });

  it('a plan', () => {
    const context = { earlier: [], settings, today: '2026-11-11' };
    const small = { ...plan, steps: plan.steps.slice(0, 2) };
    fc.assert(
      fc.property(jsonNear(small), (text) => {
        const read = checkPlan(JSON.parse(text), context);
        if ('faults' in read) expect(read.faults.length).toBeGreaterThan(0);
        else expect(planSchema.safeParse({ ...read.plan, version: 1 }).error).toBeUndefined();
      }),
      cases,
    );
  });

  it('a phone, and a NIK', () => {
    fc.assert(
      fc.property(fc.oneof(soup, nearly.phone, nearly.nik), (text) => {
        const phone = parsePhone(text);
        if ('phone' in phone) {
          expect(phone.phone).toMatch(phonePattern);
          expect(parsePhone(phone.phone)).toEqual(phone);
          // Its digits are those that were typed.
          expect(text.normalize('NFKC').replace(/\D/g, '')).toContain(phone.phone.slice(3));
        }
        const nik = parseNik(text);
        if ('nik' in nik) expect(nik.nik).toMatch(nikPattern);
      }),
      cases,
    );
  });

  it('a day, and a month', () => {
    fc.assert(
      fc.property(fc.oneof(soup, nearly.day), (text) => {
        if (isDate(text))
          expect(new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10)).toBe(text);
        const [day, month] = [readDate(text), readMonth(text)];
        if ('value' in day) expect(isDate(day.value)).toBe(true);
        if ('value' in month) expect(isMonth(month.value)).toBe(true);
      }),
      cases,
    );
  });

  it('a cursor: none opens a list but the one that the list gave', () => {
    const route = routes.find(({ path }) => path === '/api/workers');
    const called = (cursor: string) => ({
      context: { call: { route, request: { params: {}, query: { month: '2026-11', cursor } } } },
    });
    fc.assert(
      fc.property(fc.oneof(soup, nearly.cursor), (cursor) => {
        const taken = refusedOr(() => cursors.before(called(cursor) as never) ?? true);
        expect(taken === null || cursor === '').toBe(true);
      }),
      cases,
    );
  });

  it('the claims of a token: no role that is not written there', () => {
    const groups = fc.oneof(soup, fc.array(soup), fc.constantFrom('[admin]', 'finance service'));
    fc.assert(
      fc.property(groups, soup, (given, sub) => {
        const claims = { 'cognito:groups': given, sub };
        const request = requestOf({
          headers: {},
          requestContext: { authorizer: { jwt: { claims } } },
        } as never);
        const words = String(given).split(/[^a-z]+/);
        for (const role of request.roles) expect(words).toContain(role);
      }),
      cases,
    );
  });
});

describe('four times the length costs about four times the time:', () => {
  const long = (piece: string) => (length: number) => piece.repeat(length / piece.length);
  it.each<[string, (length: number) => string, (text: string) => unknown]>([
    ['a roster of quotes', long('"'), (text) => parseRoster(`${line.worker.join()}\n${text}`)],
    ['a roster of delimiters', long(';'), (text) => parseRoster(text)],
    [
      'a roster of spaces',
      long(' \u00A0'),
      (text) => parseRoster(`${line.worker.join()}\n${text}`),
    ],
    ['payments of quotes', long('",'), (text) => parsePayments(`${line.payment.join()}\n${text}`)],
    ['a phone of spaces', long('0 '), parsePhone],
    ['a phone of digits', long('8'), parsePhone],
    ['a NIK of dots', long('1.'), parseNik],
    ['a day of digits', long('1-'), readDate],
    ['a month of letters', long('Okt '), readMonth],
    ['a delivery line', long('[{"'), parseDelivery],
  ])('%s', (_, make, read) => {
    const cost = (length: number) => cpuOf(() => refusedOr(() => read(make(length))));
    // Quadratic would be sixteen times as much; 40 ms are within the noise.
    expect(cost(200_000)).toBeLessThan(8 * cost(50_000) + 40);
  });
});
