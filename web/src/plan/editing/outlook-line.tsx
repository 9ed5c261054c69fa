import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { growthOf } from './growth.ts';
import type { Outlook } from './outlook.ts';
import { savingTexts } from './saving-texts.ts';

/** Texts and rupiah of the coming days: under the plan in force, and under the draft. */
export function OutlookLine({ outlook }: Readonly<{ outlook: Outlook }>) {
  const texts = useTexts(savingTexts);
  const { number, rupiah, wholePercent, signed } = useFormats();
  if (!outlook) return <div>{texts.counting}</div>;
  const [before, after] = [outlook.before.total, outlook.after.total];
  const [was, is] = [before.expectedCostRupiah, after.expectedCostRupiah];
  const isSame = was === is && before.expectedReminders === after.expectedReminders;
  const growth = growthOf(was, is);
  const grown = growth === null ? '' : ` (${signed(wholePercent, growth)})`;
  const figures = isSame
    ? texts.same(number(after.expectedReminders), rupiah(is))
    : texts.becomes(
        [number(before.expectedReminders), number(after.expectedReminders)],
        [rupiah(was), `${rupiah(is)}${grown}`],
      );
  return (
    <div>
      {figures}
      <Note>
        {texts.atMost(number(after.mostReminders), rupiah(after.mostCostRupiah))}
        {outlook.after.pastCohorts === 0 && ` ${texts.noPast}`}
      </Note>
    </div>
  );
}
