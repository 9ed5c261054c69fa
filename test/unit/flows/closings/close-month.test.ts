import { beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDate, instantAt } from '#domain/calendar/dates';
import { closeMonth } from '#flows/closings/close-month';
import { listClosings } from '#flows/closings/list-closings';
import { closingFile, showClosing } from '#flows/closings/show-closing';
import { matchPayment, reversePayment } from '#flows/payments/correct-payments';
import { importPayments } from '#flows/payments/import-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { eraseWorker } from '#flows/people/change-worker';
import { importWorkers } from '#flows/people/import-workers';
import { tally } from '#flows/renewals/tally';
import { aPerson, csvOf, people } from '#local/made-up';
import { watch } from '#local/memory/watch';
import { aStage } from '../given.ts';
import { settings } from '../settings.ts';

const month = '2026-11';
const who = { by: 'user-1', byName: 'dewi' };

/** Five owe November. Three pay in it, one by another channel; money of nobody comes too. */
async function november() {
  const { memory } = aStage({ workers: [], now: '2026-10-05T01:00:00.000Z' });
  const changes = watch(memory.state);
  const on = (day: CalendarDate, time = '10:00') => {
    memory.state.now = instantAt('Asia/Jakarta', day, time);
  };
  const idOf = (person: number) => memory.identity.workerIdOf(aPerson(person).nik);
  const pay = (person: number, reference: string, channel = 'bank') =>
    recordPayment(
      { ...{ reference, channel, amount: 8_400, months: null }, paidAt: memory.state.now },
      idOf(person),
      memory,
      settings,
    );
  const file = (...lines: readonly string[]) =>
    importPayments(
      {
        text: ['reference,channel,nik,amount,paid_at', ...lines].join('\n'),
        ...{ firstLine: undefined, dryRun: false },
      },
      memory,
      settings,
    );
  const counted = () => tally({ shard: 'shard-1', changes }, memory);
  const show = async () => {
    await counted();
    return showClosing(month, null, memory, settings);
  };
  await importWorkers(
    { text: csvOf(people(5)), firstLine: undefined, dryRun: false, by: 'admin' },
    memory,
    settings,
  );
  on('2026-11-12');
  await pay(1, 'P-1');
  await pay(2, 'P-2');
  await pay(3, 'P-3', 'kantor');
  await pay(900, 'P-900');
  on('2027-02-05');
  await counted();
  const close = () => closeMonth(month, who, memory, settings);
  return { memory, on, idOf, file, show, close, counted };
}

let stage: Awaited<ReturnType<typeof november>>;
beforeEach(async () => {
  stage = await november();
});

const reverse = (reference: string) =>
  reversePayment(
    { channel: 'bank', reference },
    { by: 'user-2', reason: 'wrong' },
    stage.memory,
    settings,
  );

const sumOf = (receipts: readonly Readonly<{ payments: number; rupiah: number }>[]) => ({
  payments: receipts.reduce((sum, { payments }) => sum + payments, 0),
  rupiah: receipts.reduce((sum, { rupiah }) => sum + rupiah, 0),
});

describe('a month that finance has closed', () => {
  it('has its figures as of the final day, its receipts by channel, and who closed it when', async () => {
    const { figures, ...closing } = await stage.close();
    expect(closing).toEqual({
      ...{ month, finalOn: '2027-02-04', through: '2027-02-04' },
      ...{ closedAt: '2027-02-05T03:00:00.000Z', ...who },
    });
    expect(figures.renewals).toMatchObject({ due: 5, onTime: 3, lapsed: 2, final: true });
    expect(figures.members).toMatchObject({ month, collection: { received: 25_200 } });
    expect(figures.receipts).toMatchObject([
      { channel: 'bank', payments: 3, rupiah: 25_200, unmatched: { payments: 1 } },
      { channel: 'kantor', payments: 1, rupiah: 8_400 },
    ]);
  });

  it('stays as it was; what came since is listed, and both together are the new figure', async () => {
    const { figures: closed } = await stage.close();
    await reverse('P-1');
    stage.on('2027-02-06');
    await stage.file(
      `L-1,pos,${aPerson(4).nik},8400,2026-11-15T09:00:00+07:00`,
      `L-2,bank,${aPerson(5).nik},8400,2027-02-05T09:00:00+07:00`,
    );
    const shown = await stage.show();
    expect(shown.closed).toEqual(closed);
    expect(shown.events.map(({ act, reference, receipts }) => [act, reference, receipts])).toEqual([
      ['recorded', 'L-1', { payments: 1, rupiah: 8_400 }],
      ['reversed', 'P-1', { payments: -1, rupiah: -8_400 }],
    ]);
    for (const channel of ['bank', 'kantor', 'pos']) {
      const of = <T extends { channel: string }>(all: readonly T[]) =>
        all.filter((each) => each.channel === channel);
      const events = of(shown.events).map(({ receipts }) => receipts);
      expect(sumOf([...of(closed.receipts), ...events])).toEqual(sumOf(of(shown.now.receipts)));
    }
    const changed = shown.figures.filter(({ difference }) => difference !== 0);
    expect(changed).toContainEqual({
      ...{ figure: 'receipts.bank.rupiah', closed: 25_200, now: 16_800, difference: -8_400 },
    });
    expect(changed).toContainEqual({
      ...{ figure: 'receipts.pos.rupiah', closed: 0, now: 8_400, difference: 8_400 },
    });
    expect(shown.now.renewals).toMatchObject({ due: 5, onTime: 3, lapsed: 2 });
  });

  it('shows when money of nobody was matched: it was received already', async () => {
    await stage.close();
    const key = { channel: 'bank', reference: 'P-900' };
    await matchPayment(key, stage.idOf(4), stage.memory, settings);
    const { events, figures } = await stage.show();
    expect(events).toMatchObject([
      { act: 'matched', reference: 'P-900', receipts: { payments: 0, rupiah: 0 } },
    ]);
    const changed = figures.filter(({ difference }) => difference).map(({ figure }) => figure);
    expect(changed).toContain('receipts.bank.unmatched.rupiah');
    expect(changed).toContain('renewals.onTime');
    expect(changed).not.toContain('receipts.bank.rupiah');
  });

  it('is closed once: whoever closes it again sees what was frozen first', async () => {
    const first = await stage.close();
    await reverse('P-1');
    stage.on('2027-03-01');
    await stage.counted();
    const again = { by: 'user-9', byName: 'budi' };
    expect(await closeMonth(month, again, stage.memory, settings)).toEqual(first);
  });

  it('counts what is booked on the day of the closing itself among what came since', async () => {
    await reverse('P-1');
    await stage.counted();
    const { figures } = await stage.close();
    expect(sumOf(figures.receipts)).toEqual({ payments: 4, rupiah: 33_600 });
    const { events, now } = await stage.show();
    expect(events).toMatchObject([{ act: 'reversed', reference: 'P-1' }]);
    expect(sumOf(now.receipts)).toEqual({ payments: 3, rupiah: 25_200 });
  });

  it('names nobody who was erased, and keeps their money', async () => {
    const { figures } = await stage.close();
    const nik = aPerson(4).nik;
    await stage.file(`${nik},bank,${nik},8400,2026-11-15T09:00:00+07:00`);
    await eraseWorker(stage.idOf(4), stage.memory);
    const shown = await stage.show();
    expect(shown.events).toMatchObject([{ act: 'recorded', receipts: { rupiah: 8_400 } }]);
    expect(sumOf(shown.now.receipts).rupiah).toBe(sumOf(figures.receipts).rupiah + 8_400);
    const text = JSON.stringify(shown);
    expect([text.includes(nik), text.includes('wrk_')]).toEqual([false, false]);
  });

  it('is a file of every figure and event, with the same lines and columns for each month', async () => {
    const file = async () =>
      (await closingFile(month, stage.memory, settings)).trimEnd().split('\r\n');
    await stage.close();
    const before = await file();
    await reverse('P-1');
    await stage.counted();
    const after = await file();
    expect(after[0]).toBe(
      '\uFEFFBagian;Kanal;Angka;Saat ditutup;Sekarang;Selisih;' +
        'Waktu (WIB);Peristiwa;Referensi;Rupiah;Dibayar (WIB);Untuk bulan',
    );
    expect(after).toContain('Penerimaan;bank;Iuran diterima (Rp);25200;16800;-8400;;;;;;');
    expect(after).toContain('Perpanjangan;;Wajib bayar;5;5;0;;;;;;');
    expect(after.at(-1)).toBe(
      'Peristiwa;bank;Iuran diterima (Rp);;;-8400;' +
        '2027-02-05 10:00;Dibatalkan;P-1;8400;2026-11-12 10:00;2026-11',
    );
    const names = (lines: readonly string[]) =>
      lines.map((line) => line.split(';').slice(0, 3).join(';'));
    expect(names(after.slice(0, -1))).toEqual(names(before));
  });
});

describe('a month that cannot be closed', () => {
  const refusalOf = (closing: Promise<unknown>) =>
    closing.then(
      () => null,
      ({ code, issues }) => [code, issues[0].code],
    );

  it('before its cohort is final, by the day in Jakarta', async () => {
    stage.on('2027-02-03', '23:59');
    expect(await refusalOf(stage.close())).toEqual(['conflict', 'not-final']);
    stage.on('2027-02-04', '00:00');
    expect(await refusalOf(stage.close())).toBeNull();
  });

  it('before the first roster', async () => {
    const early = closeMonth('2026-09', who, stage.memory, settings);
    expect(await refusalOf(early)).toEqual(['conflict', 'nothing-to-close']);
  });

  it('while the counters are built anew', async () => {
    await stage.memory.recounts.hold('recount-1');
    expect(await refusalOf(stage.close())).toEqual(['conflict', 'counting-held']);
  });

  it('is not found where it was not closed', async () => {
    expect(await refusalOf(showClosing(month, null, stage.memory, settings))).toEqual([
      'not-found',
      'not-closed',
    ]);
  });

  it('is listed with the day from which it can be closed, until it is closed', async () => {
    const listed = () => listClosings(stage.memory, settings);
    expect((await listed()).open.slice(0, 3)).toEqual([
      { month: '2026-10', finalOn: '2027-01-04' },
      { month: '2026-11', finalOn: '2027-02-04' },
      { month: '2026-12', finalOn: '2027-03-04' },
    ]);
    await stage.close();
    const { items, open } = await listed();
    expect(open.map((each) => each.month)).toEqual(['2026-10', '2026-12', '2027-01', '2027-02']);
    expect(items).toMatchObject([{ month, byName: 'dewi', receipts: [{ channel: 'bank' }, {}] }]);
  });
});
