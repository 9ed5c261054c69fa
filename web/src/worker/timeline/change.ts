import type { TimelineEntry } from '#flows/people/show-worker';
import { useTexts } from '../../shared/language.tsx';
import { factTexts, listedName } from '../../shared/words/fact-texts.ts';
import { endTexts } from '../acts/end-texts.ts';
import { changeTexts } from './change-texts.ts';
import { useListed } from './payment.ts';
import { timelineTexts } from './texts.ts';
import type { Told } from './told.ts';

type Changed = Extract<TimelineEntry, { kind: 'change' }>;

/** An `ended` change carries its reason. */
export function useChangeTold(): (changed: Changed) => Told {
  const texts = useTexts(changeTexts);
  const { by, stopped } = useTexts(timelineTexts);
  const facts = useTexts(factTexts);
  const reasons: Readonly<Record<string, string>> = useTexts(endTexts).endReasons;
  const listed = useListed();
  return ({ what, fields, reason, ...changed }) => {
    const { head, text } = texts[what];
    const said =
      what === 'ended'
        ? (reasons[reason ?? ''] ?? reason ?? '')
        : listed(fields.map((field) => listedName(facts, { stopped }, field)));
    return {
      looks: 'info',
      head,
      sentence: text(said),
      notes: [by(changed.byName ?? changed.by)],
    };
  };
}
