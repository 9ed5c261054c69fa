import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import type { ReminderStatus } from '#domain/sending/reminder';
import type { TimelineEntry } from '#flows/people/show-workers';
import { factTexts, listedName } from '../../shared/fact-texts.ts';
import { type Formats, useFormats } from '../../shared/format.ts';
import { type UiLanguage, useLanguage, useTexts } from '../../shared/language.tsx';
import { useStepName } from '../../shared/step-name.ts';
import { workerTexts } from '../texts.ts';
import { timelineTexts } from './texts.ts';

/** What happened: in a word, in a sentence, and further notes. */
type Told = Readonly<{
  looks: StatusIndicatorProps.Type;
  head: string;
  sentence: string;
  notes: readonly string[];
  /** The version of the plan behind it. */
  planVersion?: number;
}>;
type Reminded = Extract<TimelineEntry, { kind: 'reminder' }>;
type Paid = Extract<TimelineEntry, { kind: 'payment' }>;
type Changed = Extract<TimelineEntry, { kind: 'change' }>;

/** Each timeline entry in words. An `ended` change carries its reason. */
export function useTelling({ zone }: Pick<WorkerView, 'zone'>): (entry: TimelineEntry) => Told {
  const texts = useTexts(timelineTexts);
  const { endReasons } = useTexts(workerTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const stepName = useStepName();
  return (entry) => {
    if (entry.kind === 'reminder') return reminderTold(entry, { texts, formats, stepName });
    if (entry.kind === 'payment')
      return paymentTold(entry, { texts, formats, language, zone: zone as Zone });
    return changeTold(entry, { texts, language, endReasons });
  };
}

type TimelineTexts = (typeof timelineTexts)[UiLanguage];

const reminderLooks = {
  claimed: 'in-progress',
  sent: 'success',
  delivered: 'success',
  undelivered: 'warning',
  skipped: 'stopped',
  failed: 'error',
  unknown: 'warning',
  missed: 'error',
} as const satisfies Record<ReminderStatus, StatusIndicatorProps.Type>;

/** The step of a confirmation (functions/domain/sending/confirmation.ts), which no plan has. */
const confirmation = 'paid';

type ForReminder = Readonly<{
  texts: TimelineTexts;
  formats: Formats;
  stepName: (id: string) => string;
}>;

function reminderTold(
  { status, reason, step, month, parts, planVersion }: Reminded,
  { texts, formats, stepName }: ForReminder,
): Told {
  const about =
    step === confirmation
      ? texts.aboutPayment(formats.month(month))
      : texts.about(formats.month(month), stepName(step));
  const skipped = status === 'skipped' && reason !== null ? texts.skipped[reason] : undefined;
  return {
    looks: reminderLooks[status],
    head: texts.heads[status],
    sentence: skipped ? skipped(about) : texts.reminder[status](about, reason),
    notes: parts > 0 ? [texts.parts(formats.number(parts))] : [],
    planVersion,
  };
}

type ForPayment = Readonly<{
  texts: TimelineTexts;
  formats: Formats;
  language: UiLanguage;
  zone: Zone;
}>;

function paymentTold(
  payment: Paid,
  { texts: { payment: texts, by }, formats, language, zone }: ForPayment,
): Told {
  const { amount, channel, reference, bought, flags, reversed, paidAt, recordedAt } = payment;
  const [rupiah, months] = [formats.rupiah(amount), listed(language, bought.map(formats.month))];
  const paid =
    bought.length > 0
      ? texts.bought(rupiah, channel, months)
      : texts.nothingBought(rupiah, channel);
  const undone =
    reversed &&
    texts.reversed(rupiah, channel, formats.date(localDate(zone, reversed.at))) +
      (reversed.reason ? texts.why(reversed.reason) : '.');
  const recorded = formats.longMoment(recordedAt, zone);
  return {
    looks: reversed ? 'stopped' : flags.length > 0 ? 'warning' : 'success',
    head: reversed ? texts.reversedHead : texts.head,
    sentence: [undone || paid, ...flags.map((flag) => texts.flags[flag])].join(' '),
    notes: [
      texts.reference(reference),
      ...(recorded === formats.longMoment(paidAt, zone) ? [] : [texts.recorded(recorded)]),
      ...(reversed ? [by(reversed.byName ?? reversed.by)] : []),
    ],
  };
}

type ForChange = Readonly<{
  texts: TimelineTexts;
  language: UiLanguage;
  endReasons: Readonly<Record<string, string>>;
}>;

function changeTold(
  { what, fields, reason, by, byName }: Changed,
  { texts, language, endReasons }: ForChange,
): Told {
  const { head, text } = texts.change[what];
  const names = fields.map((field) =>
    listedName(factTexts[language], { stopped: texts.stopped }, field),
  );
  const said =
    what === 'ended' ? (endReasons[reason ?? ''] ?? reason ?? '') : listed(language, names);
  return { looks: 'info', head, sentence: text(said), notes: [texts.by(byName ?? by)] };
}

const listed = (language: UiLanguage, items: readonly string[]): string =>
  new Intl.ListFormat(language).format(items);
