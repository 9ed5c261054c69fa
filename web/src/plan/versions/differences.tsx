import './differences.css';
import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import type { Plan, Step } from '#domain/plan/plan';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { useStepDescription } from '../../shared/step-name.ts';
import { wordsTexts } from '../../shared/words.ts';
import { trialTexts } from '../sample/trial-texts.ts';
import type { PlanChange, PlanField } from './changes.ts';
import { differencesTexts } from './differences-texts.ts';
import { wordChanges } from './word-changes.ts';

type Difference = Readonly<{ before: Plan; changes: readonly PlanChange[] }>;

/** What differs between two plans, before and after, with changed words marked in texts. */
export function Differences({ before, changes }: Difference) {
  const texts = useTexts(differencesTexts).differences;
  const { nameOf, saidOf } = usePlanWords(before);
  if (changes.length === 0) return <Box color="text-body-secondary">{texts.none}</Box>;
  return (
    <dl className="differences">
      {changes.map((change) => (
        <div key={change.key}>
          <dt>{nameOf(change)}</dt>
          <dd>
            <Became
              field={change.field}
              before={saidOf(change, change.before)}
              after={saidOf(change, change.after)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type BecameProps = Readonly<{ field: PlanField; before: string | null; after: string | null }>;

function Became({ field, before, after }: BecameProps) {
  const texts = useTexts(differencesTexts).differences;
  if (before === null) return <Marked kind="come">{after ?? texts.added}</Marked>;
  if (after === null) return <Marked kind="gone">{before}</Marked>;
  if (field.endsWith('exts'))
    return wordChanges(before, after).map(({ kind, text, at }) => (
      <Marked key={at} kind={kind}>
        {text}
      </Marked>
    ));
  return (
    <>
      <Marked kind="gone">{before}</Marked> → <Marked kind="come">{after}</Marked>
    </>
  );
}

/** Also for screen readers, which announce neither `del` nor `ins`. */
function Marked({
  kind,
  children,
}: Readonly<{ kind: 'same' | 'gone' | 'come'; children: ReactNode }>) {
  const texts = useTexts(differencesTexts).differences;
  if (kind === 'same') return <span>{children}</span>;
  const Mark = kind === 'gone' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="unseen">{texts[kind]} </span>
      {children}
    </Mark>
  );
}

/** `before` holds the name of a step before it was moved. */
function usePlanWords(before: Plan) {
  const texts = useTexts(differencesTexts);
  const { workerLanguage } = useTexts(wordsTexts);
  const describe = useStepDescription();
  const saidOf = useValueInWords();
  const stepName = (step: Step): string =>
    describe(before.steps.find(({ id }) => id === step.id) ?? step);
  return {
    saidOf,
    nameOf: ({ field, step, language }: PlanChange): string =>
      [
        step ? stepName(step) : null,
        texts.fields[field],
        language ? workerLanguage[language] : null,
      ]
        .filter(Boolean)
        .join(' · '),
  };
}

/** Null for a missing value. */
function useValueInWords(): (change: Pick<PlanChange, 'field'>, value: unknown) => string | null {
  const texts = useTexts(differencesTexts);
  const { everybody } = useTexts(trialTexts);
  const { clock, number, phone, rupiah, shortDate } = useFormats();
  const describe = useStepDescription();
  const dates = (value: unknown): string =>
    (value as readonly string[]).map(shortDate).join(', ') || texts.differences.nothing;
  const yesOrNo = (value: unknown): string =>
    value ? texts.differences.yes : texts.differences.no;
  const words: Partial<Record<PlanField, (value: unknown) => string>> = {
    step: () => texts.differences.thisStep,
    when: (value) => describe(value as Step),
    at: (value) => clock(String(value)),
    enabled: yesOrNo,
    toHeldOut: yesOrNo,
    paidEnabled: yesOrNo,
    paused: yesOrNo,
    quietHours: (value) =>
      [(value as Plan['quietHours']).from, (value as Plan['quietHours']).to].map(clock).join('–'),
    quietDays: (value) =>
      (value as Plan['quietDays']).map((day) => texts.quietDays[day]).join(', ') ||
      texts.differences.nothing,
    catchUpDays: (value) => texts.days(number(value as number)),
    holdoutPercent: (value) => `${value}%`,
    monthlyBudgetRupiah: (value) => (value === null ? texts.noLimit : rupiah(value as number)),
    addedHolidays: dates,
    removedHolidays: dates,
    onlyTo: (value) =>
      value === null
        ? everybody
        : (value as readonly string[]).map(phone).join(', ') || texts.differences.nothing,
  };
  return ({ field }, value) =>
    value === undefined ? null : (words[field]?.(value) ?? String(value));
}
