import type { StatusIndicatorProps } from '@cloudscape-design/components';
import type { ReminderStatus } from '#domain/sending/reminder';
import type { TimelineEntry } from '#flows/people/show-worker';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { paidStep } from '../../shared/words/paid-step.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { reminderTexts } from './reminder-texts.ts';
import type { Told } from './told.ts';

type Reminded = Extract<TimelineEntry, { kind: 'reminder' }>;

const looks = {
  claimed: 'in-progress',
  sent: 'success',
  delivered: 'success',
  undelivered: 'warning',
  skipped: 'stopped',
  failed: 'error',
  unknown: 'warning',
  missed: 'error',
} as const satisfies Record<ReminderStatus, StatusIndicatorProps.Type>;

export function useReminderTold(): (reminded: Reminded) => Told {
  const texts = useTexts(reminderTexts);
  const { month, number } = useFormats();
  const stepName = useStepName();
  return (reminded) => {
    const { status, reason, step, month: of, parts, planVersion } = reminded;
    const about =
      step === paidStep
        ? texts.aboutPayment(month(of))
        : texts.about(month(of), stepName(reminded));
    const skipped = status === 'skipped' && reason !== null ? texts.skipped[reason] : undefined;
    return {
      looks: looks[status],
      head: texts.heads[status],
      sentence: skipped ? skipped(about) : texts.reminder[status](about, reason),
      notes: parts > 0 ? [texts.parts(number(parts))] : [],
      planVersion,
      text: reminded.text,
    };
  };
}
