import { SpaceBetween } from '@cloudscape-design/components';
import { FindWorker, OfWorker } from './sample-worker.tsx';
import './sample.css';
import type { ReactNode } from 'react';
import type { Step } from '#domain/plan/plan';
import type { SkipReason } from '#domain/sending/reminder';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import type { TextLanguage } from '../differences/facets.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import type { PreviewCall } from '../preview/preview-call.ts';
import { sampleTexts } from './texts.ts';

type SampleProps = Readonly<{ editing: Editing; step: Step; language: TextLanguage }>;

/** A text as a phone shows it, with a worker's own facts and day, or with made-up ones. */
export function SamplePhone({ editing, step, language }: SampleProps) {
  const { look, lookAt, previewed } = editing;
  const sample = useSample(previewed, { step, language, isOfWorker: look.workerId !== null });
  return (
    <SpaceBetween size="s">
      {look.workerId ? (
        <OfWorker workerId={look.workerId} forget={() => lookAt({ ...look, workerId: null })} />
      ) : (
        <FindWorker found={(workerId) => lookAt({ ...look, workerId })} />
      )}
      <figure
        className={previewed.isCurrent ? 'phone' : 'phone waiting'}
        aria-busy={!previewed.isCurrent}
      >
        <div className="phone-screen">
          <div className="phone-day">{sample.when}</div>
          {sample.text ? (
            <p className="phone-text" lang={look.workerId ? undefined : language}>
              {sample.text}
            </p>
          ) : (
            <p className="phone-none">{sample.instead}</p>
          )}
        </div>
        <figcaption aria-live="polite">{sample.note}</figcaption>
      </figure>
    </SpaceBetween>
  );
}

type Of = Readonly<{ step: Step; language: TextLanguage; isOfWorker: boolean }>;
/** `instead`: shown where there is no text. */
type Sample = Readonly<{ text: string | null; instead?: string; when: string; note: ReactNode }>;

function useSample(previewed: PreviewCall, { step, language, isOfWorker }: Of): Sample {
  const texts = useTexts(sampleTexts);
  const { skipped } = useTexts(wordsTexts);
  const { shortDate, clock, number } = useFormats();
  const { preview, isCurrent } = previewed;
  const notYet = { text: null, instead: texts[whyNotYet(previewed)], when: '', note: null };
  if (isOfWorker) {
    // A preview without days of this worker answers an earlier question.
    const own = preview?.calendar?.find((day) => day.step === step.id);
    if (!own && !(isCurrent && preview?.calendar)) return notYet;
    if (!own)
      return { text: null, when: '', note: step.enabled ? texts.noneOfWorker : texts.switchedOff };
    const why = own.skipped && texts.skipped(skipped[own.skipped as SkipReason] ?? own.skipped);
    return {
      text: own.text,
      when: `${shortDate(own.date)}, ${clock(own.time)}`,
      note: why ?? texts.parts(number(own.parts)),
    };
  }
  const sample =
    preview?.samples.find((each) => each.step === step.id && each.language === language) ??
    preview?.samples.find((each) => each.step === step.id && each.language === 'id');
  if (!sample && (step.texts[language] ?? step.texts.id)) return notYet;
  if (!sample) return { text: null, instead: texts.none, when: clock(step.at), note: null };
  return {
    text: sample.text,
    when: clock(step.at),
    note: `${texts.madeUp} · ${texts.parts(number(sample.parts))}`,
  };
}

function whyNotYet({ error, faults }: PreviewCall): 'failed' | 'faulty' | 'counting' {
  if (error) return 'failed';
  return Object.keys(faults).length > 0 ? 'faulty' : 'counting';
}
