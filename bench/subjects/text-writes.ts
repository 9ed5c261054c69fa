import { countedFiring, type Fired } from '../frame/counted-firing.ts';
import { figure, type Rows, type Subject } from '../frame/subject.ts';

const kinds = ['WRK', 'RUN', 'PACE', 'TRIAL', 'BUDGET'] as const;
const plenty = 1_000_000_000;

const firings: readonly Fired[] = [
  { peopleASlice: 1, smsPartsPerSecond: 10, limitRupiah: null },
  { peopleASlice: 10, smsPartsPerSecond: 10, limitRupiah: null },
  { peopleASlice: 75, smsPartsPerSecond: 10, limitRupiah: null },
  { peopleASlice: 75, smsPartsPerSecond: 10, limitRupiah: plenty },
  { peopleASlice: 75, smsPartsPerSecond: 300, limitRupiah: null },
  { peopleASlice: 600, smsPartsPerSecond: 300, limitRupiah: null },
  { peopleASlice: 600, smsPartsPerSecond: 300, limitRupiah: plenty },
];

/** Which rows a text writes, and what a slice with few people adds to it. */
export const textWrites: Subject = {
  title: 'Which rows a text writes',
  how:
    'A firing of four slices to its end: the real flows and stores over a table in memory, in ' +
    'virtual time (so another machine gets the same figures), a call of the table taking 10 ms ' +
    'and SNS 60. Write units a text, by the key of the row. WRK are the claim, a transaction of ' +
    'two rows (the worker as we saw them, the reminder), and the record of what became of the ' +
    'text; RUN is the slice’s own row: opened, leased, once a batch, given back; PACE the places ' +
    'in a second, TRIAL the step’s first fifty texts, BUDGET the month’s money where it has a ' +
    'limit.',
  columns: [
    ...['people a slice', 'parts a second', 'limit', 'texts'],
    ...[...kinds, 'others', 'write units a text'],
  ],
  parts: Object.fromEntries(
    firings.map((fired, index) => [`firing-${index}`, () => measured(fired)]),
  ),
};

async function measured(fired: Fired): Promise<Rows> {
  const { texts, units } = await countedFiring(fired);
  const due = 4 * fired.peopleASlice;
  if (texts !== due) throw new Error(`Only ${texts} of ${due} texts left`);
  const all = [...units.values()].reduce((sum, each) => sum + each, 0);
  const byKind = kinds.map((kind) => units.get(kind) ?? 0);
  const others = all - byKind.reduce((sum, each) => sum + each, 0);
  return [
    [
      ...[fired.peopleASlice, fired.smsPartsPerSecond].map((each) => figure(each, 0)),
      fired.limitRupiah === null ? 'no' : 'yes',
      figure(texts, 0),
      ...[...byKind, others, all].map((each) => figure(each / texts)),
    ],
  ];
}
