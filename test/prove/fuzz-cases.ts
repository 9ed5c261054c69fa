import fc from 'fast-check';

/** What breaks parsers: marks of CSV, of spreadsheets, of Unicode, and halves of numbers. */
const pieces = [
  ...['"', '""', ',', ';', '\t', '\n', '\r\n', '\r', "'", '=', '+', '@', '-', '#', '|', '.', '/'],
  ...['\uFEFF', '\u200B', '\u202E', '\u00A0', '\u2010', '\u0000', '\uD800', '🙂', 'é', '٣', '１'],
  ...['0', '1', '8', '62', '+62', '0870', '9972', '2026-11', '11/2026', 'Okt-26', '3,37E+15'],
  ...['tidak', 'ya', 'NaN', 'Infinity', '-0', '1e9', '__proto__', 'constructor', 'sep=;', '{', '}'],
];

export const soup = fc.string({
  unit: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 1 })),
  maxLength: 30,
});

export const line = {
  worker: 'nik,name,phone,province,sector,income,jht,language,covered_through'.split(','),
  payment: 'reference,channel,nik,amount,paid_at,months'.split(','),
} as const;

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((each) => each.join(''));

/** Not rounded by Excel: it does not end in 0. */
const nik = fc
  .tuple(two(1, 28), two(1, 12), two(0, 99), two(1, 9))
  .map(([day, month, year, serial]) => `997201${day}${month}${year}${serial}01`);
const phone = digits(7).map((rest) => `870${rest}`);
const month = fc.tuple(fc.integer({ min: 2025, max: 2027 }), two(1, 12));

/** A line as an office may write it, and what it means. */
const person = fc
  .record({
    ...{ nik, phone, month, income: fc.integer({ min: 0, max: 20_000_000 }) },
    ...{ prefix: fc.constantFrom('0', '+62', '62', ''), slash: fc.boolean(), dots: fc.boolean() },
  })
  .map(({ nik, phone, month: [year, number], income, prefix, slash, dots }) => ({
    cells: [
      nik,
      'Siti Aminah',
      `${prefix}${phone}`,
      'Jawa Tengah',
      'other',
      dots ? income.toLocaleString('id') : String(income),
      'no',
      'id',
      slash ? `${number}/${year}` : `${year}-${number}`,
    ],
    meant: { nik, phone: `+62${phone}`, coveredThrough: `${year}-${number}`, income },
  }));

export const nearly = {
  person,
  nik: fc
    .tuple(nik, soup, fc.nat(16))
    .map(([of, mark, at]) => of.slice(0, at) + mark + of.slice(at)),
  /** Its digits with a mark among them, or too few or too many. */
  phone: fc.oneof(
    fc
      .tuple(phone, soup, fc.nat(10))
      .map(([of, mark, at]) => `0${of.slice(0, at)}${mark}${of.slice(at)}`),
    fc.tuple(phone, fc.nat(14)).map(([of, length]) => `0${`${of}12345`.slice(0, length)}`),
  ),
  day: fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      two(0, 32),
      two(0, 13),
      fc.constantFrom('-', '/', '.'),
    )
    .map(([year, day, number, mark]) =>
      mark === '-'
        ? `${String(year).padStart(4, '0')}-${number}-${day}`
        : [day, number, year].join(mark),
    ),
  cursor: fc
    .tuple(fc.base64String({ maxLength: 30 }), fc.base64String({ minLength: 12, maxLength: 12 }))
    .map((parts) => parts.join('.')),
};

type Write = (header: readonly string[], rows: readonly (readonly string[])[]) => string;

/** With this delimiter, these ends of lines, all quoted or not, with a byte order mark or not. */
export const dialects: fc.Arbitrary<Write> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    isQuoted: fc.boolean(),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({ delimiter, end, isQuoted, mark }) => (header, rows) => {
    const cell = (text: string) => (isQuoted || text.includes(delimiter) ? `"${text}"` : text);
    return mark + [header, ...rows].map((row) => row.map(cell).join(delimiter) + end).join('');
  });

/** A header, mostly the right one, and lines of cells that are mostly soup. */
export const fileOf = (
  header: readonly string[],
  cell: fc.Arbitrary<string>,
): fc.Arbitrary<string> => {
  const cells = fc.array(fc.oneof(cell, fc.constantFrom('no', 'id', 'other', '8400', '2026-10')), {
    minLength: header.length - 1,
    maxLength: header.length + 1,
  });
  const rows = fc.array(
    fc.oneof(
      cells,
      person.map((each) => each.cells),
    ),
    { maxLength: 4 },
  );
  const heads = fc.oneof(
    { weight: 8, arbitrary: fc.constant(header) },
    fc.array(cell, { maxLength: 5 }),
  );
  return fc
    .tuple(heads, rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'))
    .map(([head, lines, delimiter, end]) =>
      [head, ...lines].map((row) => row.join(delimiter)).join(end),
    );
};

/** This value, or with one of its parts replaced by something else, as JSON; or no JSON at all. */
export function jsonNear(value: unknown): fc.Arbitrary<string> {
  const places = placesIn(value);
  const odd = fc.oneof(
    fc.jsonValue(),
    soup,
    fc.constantFrom(-1, 1.5, 1e21, 2 ** 53, null, '', [], {}),
  );
  return fc
    .tuple(fc.constantFrom(...places), odd)
    .map(([place, other]) => JSON.stringify(replaced(value, place, other)) ?? 'null');
}

const placesIn = (value: unknown, under: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [under, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...under, name]))]
    : [under];

function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const part = (value as Readonly<Record<string, unknown>>)[name];
  const after = replaced(part, rest, other);
  return Array.isArray(value)
    ? value.map((each, index) => (String(index) === name ? after : each))
    : { ...(value as object), [name]: after };
}

/** Milliseconds of this process: the least of three, since others use the machine too. */
export function cpuOf(act: () => unknown): number {
  const costs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...costs);
}
