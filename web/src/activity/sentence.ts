import type { AuditEntry } from '#flows/audit/audit-store';
import { useTexts } from '../shared/language.tsx';
import { factTexts, listedName } from '../shared/words/fact-texts.ts';
import { useFormats } from '../shared/words/format.ts';
import { type AuditedCall, callTexts } from './call-texts.ts';
import { activityTexts } from './texts.ts';
import { trailTexts } from './trail-texts.ts';

/** A call that this console has no words for (of another version) is shown as recorded. */
export function useSentence({ call, fields, more, on }: AuditEntry): string {
  const calls = useTexts(callTexts);
  const texts = useTexts(activityTexts);
  const facts = useTexts(factTexts);
  const { month, number } = useFormats();
  const sentence = calls[call as AuditedCall] as (typeof calls)[AuditedCall] | undefined;
  const named = fields.map((field) => listedName(facts, texts.fields, field));
  const sent = [...named, ...(more > 0 ? [texts.unknownFields(number(more))] : [])].join(', ');
  return sentence ? sentence({ on, month, sent }) : call;
}

/** What came of it, where the call recorded that. */
export function useTrail({ call, trail }: AuditEntry): string | undefined {
  const trails = useTexts(trailTexts);
  const { number, month } = useFormats();
  if (!trail || 'refused' in trail) return undefined;
  const counted = (value: unknown): number | null =>
    typeof value === 'number' ? value : Array.isArray(value) ? value.length : null;
  return trails[call as AuditedCall]?.({
    isDry: trail.dryRun === true,
    isPending: trail.status === 'pending',
    count: (name) => number(counted(trail[name])),
    text: (name) => String(trail[name] ?? ''),
    month,
  });
}
