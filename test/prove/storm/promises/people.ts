import type { Promised } from './promise.ts';

export const ofPeople: readonly Promised[] = [
  {
    promise: 'who was erased does not come back',
    broken: ({ told, persons }) =>
      told
        .filter(({ what, who }) => what === 'erased' && persons[who - 1]?.worker)
        .map(({ who }) => String(who)),
  },
  {
    promise: 'no log names anybody',
    broken: ({ logs }) => [...new Set(logs.match(/\+?62870\d{8}|\b99\d{14}\b|Siti \w+|Tini \w+/g))],
  },
  { promise: 'the API keeps its word', broken: ({ faults }) => faults },
];
