import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useWhyNotTexted } from '../facts/texting.tsx';
import { callerTexts } from './caller-texts.ts';

/** Of who has left the scheme or is paid for, the sentence about money says all. */
export function useTextsSaid(worker: WorkerView): readonly string[] {
  const texts = useTexts(callerTexts);
  const { weekday, clock } = useFormats();
  const why = useWhyNotTexted(worker);
  const { status, reason, next, noNext } = worker.texting;
  if (reason === 'ended' || reason === 'government-paid') return [texts.safe];
  if (status === 'not-texted') return [...(why ? [texts.notTexted(small(why))] : []), texts.safe];
  const at = next && `${clock(next.at)} ${abbreviationOf(worker.zone as Zone)}`;
  return [
    ...(reason === 'held-out' ? [texts.heldOut] : []),
    ...(next && at ? [texts.next(weekday(next.date), at)] : []),
    ...(noNext === 'credit' ? [texts.credit] : []),
    ...(noNext === 'no-step' ? [texts.none] : []),
    texts.safe,
    texts.stop,
  ];
}

/** Within a sentence; `SMS` and `HP` stay. */
const small = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
