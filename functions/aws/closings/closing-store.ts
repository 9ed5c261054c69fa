import * as z from 'zod';
import { type Database, write } from '#aws/database';
import { allRows, getRow, type Row } from '#aws/reading';
import { date, month } from '#aws/rows';
import type { Closing, MonthFigures } from '#domain/renewals/closing';
import type { ClosingStore } from '#flows/closings/closing-store';
import { keys } from '#table';

export const closingStore = (database: Database): ClosingStore => ({
  async close({ figures, ...closing }) {
    const { done } = await write(database, {
      put: { ...keys.closing(closing.month), ...closing, figures: JSON.stringify(figures) },
      if: 'attribute_not_exists(#pk)',
    });
    return done;
  },

  async get(of) {
    const row = await getRow(database, keys.closing(of));
    return row && readClosing(row);
  },

  async list() {
    const { pk } = keys.closing('');
    const rows = await allRows(database, {
      where: '#pk = :pk',
      values: { ':pk': pk },
      newestFirst: true,
    });
    return rows.map(readClosing);
  },
});

/** Frozen to the letter: later versions add figures, and take none from what was closed. */
const figures = z.string().transform((text): MonthFigures => JSON.parse(text));

const closingSchema = z.object({
  ...{ month, finalOn: date, through: date },
  ...{ closedAt: z.string(), by: z.string(), byName: z.string(), figures },
});

/** A closing that cannot be read must not look like a month that is open. */
const readClosing = (row: Row): Closing => closingSchema.parse(row);
