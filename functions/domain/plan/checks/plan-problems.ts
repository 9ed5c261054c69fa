export const planProblems = {
  'not-whole-number': ({ from, to }: { from: number; to: number }) =>
    `is not a whole number from ${from} to ${to}`,
  'not-a-time': () => 'is not a time such as 09:00',
  'not-a-text': () => 'is not a text',
  'not-texts': () => 'is not a set of texts by language (id, jv, su, en)',
  'not-a-step': () => 'is not a step',
  'not-a-step-id': () => 'is not a step id such as last-call',
  'not-an-anchor': () => 'is not an anchor: due or lapse',
  'not-a-list': ({ of, most }: { of: 'steps' | 'dates' | 'phones' | 'quietDays'; most: number }) =>
    `is not a list of at most ${most} ${of}`,
  'not-a-percentage': () => 'is not a percentage from 0 to 50',
  'not-a-budget': () => 'is not an amount of whole rupiah above 0, or null for no limit',
  'not-paid-text': () => 'is not a text with its switch: {enabled, texts}',
  'not-quiet-hours': () => 'is not a pair of times: {from, to}',
  'not-holidays': () => 'is not two lists of dates: {add, remove}',
  'not-a-plan': () => 'is not a plan',
  'step-id-twice': ({ other }: { other: number }) =>
    `is the id of steps.${other} as well: each has its own`,
  'step-id-reserved': () => 'is the id of confirmations: give the step another',
  'step-id-moved': ({ was, version, now }: { was: string; version: number; now: string }) =>
    `was a step about the ${was} date (version ${version}) and never becomes one about the ` +
    `${now} date: give it another id`,
  'in-quiet-hours': ({ from, to }: { from: string; to: string }) =>
    `falls within quiet hours, ${from} to ${to}: take a time between`,
  'steps-at-once': (at: { other: number; id: string; date: string; time: string; month: string }) =>
    `goes out at the same time as steps.${at.other} ("${at.id}"): ${at.date} ${at.time}, for ` +
    `${at.month}; move one of them`,
  'quiet-all-day': ({ from, to, minutes }: { from: string; to: string; minutes: number }) =>
    `${from} to ${to} leaves ${minutes} minutes a day for texts: leave 60 at least`,
  'holiday-twice': ({ date }: { date: string }) => `${date} is listed twice`,
  'holiday-both': ({ date }: { date: string }) =>
    `${date} is among those to add as well: either it is a holiday or it is not`,
  'text-missing': () => 'is missing: workers whose language has no text get the Indonesian one',
  'text-blank': () => 'is empty: leave the language out, and its readers get the Indonesian text',
  'placeholder-unknown': ({ found, known }: { found: string; known: readonly string[] }) =>
    `${found} is not a placeholder; there are ${known.join(' ')}.`,
  'brace-alone': ({ brace }: { brace: string }) => `has a ${brace} that belongs to no placeholder`,
  'text-has-link': ({ found }: { found: string }) =>
    `has “${found}”: links are the mark of SMS scams; say in words where to pay`,
  'text-has-number': ({ found }: { found: string }) =>
    `has “${found}”: a text may hold no phone number, NIK or other long number; carriers reject it`,
  'text-has-call': ({ found }: { found: string }) =>
    `has “${found}”: a text may hold no number to call; carriers reject it`,
  'text-too-long': (text: { parts: number; characters: number; longest: string; most: number }) =>
    `takes ${text.parts} SMS parts where it is longest (${text.characters} characters: ` +
    `“${text.longest}”); ${text.most} allowed`,
  'if-match-missing': () =>
    'is missing: send the version of the plan that yours was made from, such as 3',
  'plan-overtaken': ({ yours, current }: { yours: number; current: number }) =>
    `Version ${current} is current, and yours was made from version ${yours}: compare the ` +
    'two, and save yours again if it still holds',
  'no-such-version': ({ version }: { version: number }) =>
    `There is no version ${version} of the plan: GET /api/plan/versions lists them`,
  'own-proposal': ({ version }: { version: number }) =>
    `Version ${version} is your own: another admin has to approve it`,
  'proposal-overtaken': (of: { version: number; follows: number; current: number }) =>
    `Version ${of.version} was to follow version ${of.follows}, and version ${of.current} is ` +
    'current: restore it to propose it again',
  'schedules-behind': () =>
    'The plan is saved and in force, but the schedules could not be updated: texts may go ' +
    'out at the old times. Save it again; it is tried every night at 02:30 as well',
  'plan-busy': () => 'The plan is being changed by others at this moment: try again',
  'no-test-phones': () =>
    'is on no list: a sample goes to testPhones of the plan in force alone, and there is ' +
    'none yet; save it there first',
  'not-a-test-phone': ({ phones }: { phones: number }) =>
    `is not among the ${phones} testPhones of the plan in force: a sample goes to those ` +
    'alone; save it there first',
  'sample-over-budget': ({ limit }: { limit: number }) =>
    `The month's budget of Rp${limit} is used up, and a sample costs money too: raise ` +
    'monthlyBudgetRupiah, or wait for the next month',
  'sample-at-night': ({ time, from, to }: { time: string; from: string; to: string }) =>
    `It is ${time} in Jakarta, and from ${from} to ${to} no text leaves: try again after that`,
} as const;
