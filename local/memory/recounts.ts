import { recordedPayment } from '#domain/payments/recorded-payment';
import { placeName } from '#domain/renewals/counting/counter-place';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type {
  ChangedRows,
  ExportedRows,
  FoundItem,
  RecountStore,
  TableExport,
} from '#flows/renewals/recount-store';
import { movePosition } from '#local/memory/counts';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

export const memoryRecounts = (state: State): AtOnce<RecountStore> => {
  const change = (recount: string): void => {
    if (state.hold?.by !== recount) throw new Error('Another recount has begun meanwhile');
    state.hold = { by: recount, changed: true };
  };

  return {
    hold(recount) {
      state.hold = { by: recount, changed: state.hold?.changed ?? false };
      return state.hold.changed;
    },

    pass(recount, tallied) {
      change(recount);
      if (!movePosition(state, tallied)) return false;
      state.counters.add([], tallied.archived);
      return true;
    },

    replace(recount, right) {
      change(recount);
      state.counters.replace(right);
    },

    release(recount) {
      if (state.hold && state.hold.by !== recount)
        throw new Error('Another recount has begun meanwhile');
      state.hold = null;
    },
  };
};

export function memoryChangedRows(): ChangedRows {
  const rows = new Map<string, boolean>();
  return {
    note(name, isPresent) {
      const wasPresent = rows.get(name) ?? false;
      rows.set(name, isPresent);
      return wasPresent;
    },
    has: (name) => rows.has(name),
    present: () => [...rows.values()].filter(Boolean).length,
  };
}

/** All of it as of one instant, a page for each kind of row. */
export const memoryTable = (state: State): AtOnce<TableExport> => ({
  take: () =>
    pagesOf(
      [workersOf, cyclesOf, remindersOf, countedPayments].map((rowsOf, index) => ({
        rows: frozen(rowsOf(state)),
        found: index === 0 ? foundIn(state) : [],
      })),
    ),
});

async function* pagesOf(pages: readonly ExportedRows[]): AsyncGenerator<ExportedRows> {
  yield* pages;
}

const workersOf = ({ workers }: State): readonly CountedRow[] =>
  [...workers.values()].map((worker) => ({ kind: 'worker', worker }));
const cyclesOf = ({ cycles }: State): readonly CountedRow[] =>
  [...cycles.values()].map((cycle) => ({ kind: 'cycle', cycle }));
const remindersOf = ({ reminders }: State): readonly CountedRow[] =>
  [...reminders.values()].map((reminder) => ({ kind: 'reminder', reminder }));

export const countedPayments = ({ payments }: State): readonly CountedRow[] =>
  [...payments.values()].map((payment) => ({
    kind: 'payment',
    payment: recordedPayment(payment),
  }));

const foundIn = ({ counters }: State): readonly FoundItem[] =>
  frozen(counters.live).map((item) => ({
    id: `${item.place.of} ${placeName(item.place)}`,
    item,
  }));
