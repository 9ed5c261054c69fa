type Choices = { choices: readonly string[] };
const listed = ({ choices }: Choices): string => choices.join(', ');

export const workerProblems = {
  'nik-empty': () => 'is empty: it has to be the 16 digits of the NIK',
  'nik-characters': () => 'has characters that are not digits: a NIK has 16 digits',
  'nik-length': ({ digits }: { digits: number }) => `has ${digits} digits: a NIK has 16`,
  'nik-birth-date': () =>
    'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
  'nik-serial': () =>
    'has the serial 0000, which nobody has: Excel keeps 15 digits of a number and makes the ' +
    'last one 0',
  'niks-rounded': ({ niks, rounded }: { niks: number; rounded: number }) =>
    `${rounded} of the ${niks} NIKs end in 0: Excel keeps 15 digits of a number and makes the ` +
    'last one 0. Format the column as text, enter the NIKs again from their source, and import ' +
    'the file then',
  'phone-foreign': () =>
    'is a foreign number: a text needs an Indonesian mobile number such as 0870 0000 0000',
  'phone-none': () => 'is not a phone number: write one such as 0870 0000 0000',
  'phone-landline': () => 'is a landline: a text needs a mobile number, which begins with 08',
  'phone-length': ({ digits }: { digits: number }) =>
    `has ${digits} digits after +62: a mobile number has 9 to 12`,
  'phone-prefix': ({ prefix }: { prefix: string }) =>
    `begins with ${prefix}, which no Indonesian mobile number does`,
  'name-empty': () => 'is empty: the text addresses the worker by it',
  'name-letters': () => 'has no letters',
  'too-many-characters': ({ characters, most }: { characters: number; most: number }) =>
    `has ${characters} characters: at most ${most} are kept`,
  'province-unknown': () => 'is not one of the 38 provinces, such as Jawa Tengah',
  'income-none': () => 'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000',
  'month-none': () => 'is not a month: write one such as 2026-10, 10/2026 or Oct-26',
  'date-none': () => 'is not a date: write one such as 2026-11-16 or 16/11/2026',
  'choice-empty': (choices: Choices) => `is empty: write one of ${listed(choices)}`,
  'choice-unknown': (choices: Choices) => `is not known: write one of ${listed(choices)}`,
  'ended-without-reason': () => 'is empty, but ended_on is not: write died, employed or abroad',
  'ended-without-date': () =>
    'is empty, but ended_reason is not: write the day, such as 2026-11-16',
  'months-ahead': ({ most }: { most: number }) =>
    `is more than ${most} months ahead: nobody can have paid that far`,
  'ends-in-future': ({ on, today }: { on: string; today: string }) =>
    `${on} is still to come: enter an end when it is there (today is ${today})`,
  'ends-before-beginning': ({ on, since }: { on: string; since: string }) =>
    `${on} is before the membership began, in ${since}: one of the two is wrong`,
  'stop-over': ({ until, today }: { until: string; today: string }) =>
    `${until} is the first day with texts again and is not after today, ${today}: no text ` +
    'would be stopped',
  // Conflicts with what we know.
  'person-erased': () => 'This person asked to be forgotten: they are not brought back by a roster',
  'behind-paid': ({ line, paid }: { line: string; paid: string }) =>
    `The line says covered through ${line}, but ${paid} is paid: nothing of the line was applied`,
  'person-repeated': ({ line }: { line: number }) =>
    `Line ${line} already speaks of this person, and says something else: nothing of this ` +
    'line was applied',
  'line-busy': () =>
    'The line could not be applied: the worker is being changed by others, or their row ' +
    'cannot be read',
} as const;
