import type { TimelineEntry } from '#flows/people/show-worker';
import { useTexts } from '../../shared/language.tsx';
import { factTexts, listedName } from '../../shared/words/fact-texts.ts';
import { endTexts } from '../acts/end-texts.ts';
import { changeTexts } from './change-texts.ts';
import { useListed } from './payment.ts';
import { timelineTexts } from './texts.ts';
import type { Told } from './told.ts';

type Changed = Extract<TimelineEntry, { kind: 'change' }>;

/** An `ended` change carries its reason, what needed a person somebody's note. */
export function useChangeTold(): (changed: Changed) => Told {
  const texts = useTexts(changeTexts);
  const { by, stopped } = useTexts(timelineTexts);
  const facts = useTexts(factTexts);
  const reasons: Readonly<Record<string, string>> = useTexts(endTexts).endReasons;
  const listed = useListed();
  return ({ what, fields, reason, byName, by: id }) => {
    const { head, text } = texts[what];
    const changed = () => listed(fields.map((field) => listedName(facts, { stopped }, field)));
    const said =
      what === 'ended'
        ? (reasons[reason ?? ''] ?? reason ?? '')
        : what.startsWith('attention-')
          ? (reason ?? '')
          : changed();
    return {
      looks: 'info',
      head,
      sentence: text(said),
      notes: [by(byName ?? id)],
    };
  };
}
