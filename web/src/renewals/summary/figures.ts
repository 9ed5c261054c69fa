import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { MembersOfMonth } from '#domain/renewals/members';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Asked } from '../shared/asked.ts';
import { useWhyNoWorth } from '../worth/why.ts';
import { changeOf, type LastFinal } from './last-final.ts';
import { summaryTexts } from './texts.ts';

type Given = LastFinal & Readonly<{ members: readonly MembersOfMonth[] }>;
type Shown = Readonly<{ label: string; value: string; notes: readonly string[] }>;

/** The four figures of a final month, each with its change against the month before. */
export function useFigures(asked: Asked): (given: Given) => readonly Shown[] {
  const texts = useTexts(summaryTexts);
  const { number, percent, rupiah } = useFormats();
  const inPoints = usePoints();
  const since = useChange();
  const why = useWhyNoWorth(asked.day);
  return ({ last, before, members }) => {
    const change = (of: (each: Renewals) => number | null) => changeOf(last, before, of);
    const closing = ({ month }: Renewals) =>
      members.find((each) => each.month === month)?.closing ?? null;
    const { spendRupiah, extraContribution, net } = last;
    return [
      {
        label: texts.rate,
        value: percent(last.rates.renewal),
        notes: [
          since(
            before,
            change(({ rates }) => rates.renewal),
            inPoints,
          ),
          texts.ofDue(number(last.onTime + last.inArrears), number(last.due)),
        ],
      },
      {
        label: texts.members,
        value: number(closing(last)),
        notes: [since(before, change(closing), number)],
      },
      {
        label: texts.money,
        value: rupiah(last.amountReceived),
        notes: [
          since(
            before,
            change(({ amountReceived }) => amountReceived),
            rupiah,
          ),
          texts.ofMoney(rupiah(last.amountDue)),
        ],
      },
      {
        label: texts.worth,
        value: rupiah(net),
        notes:
          net === null
            ? [why(last)]
            : [
                since(
                  before,
                  change((each) => each.net),
                  rupiah,
                ),
                texts.ofWorth(rupiah(spendRupiah), rupiah(extraContribution)),
              ],
      },
    ];
  };
}

/** Of a fraction: 0.012 is `1,2 poin`. */
function usePoints(): (fraction: number) => string {
  const { points } = useTexts(summaryTexts);
  const { decimal } = useFormats();
  return (fraction) => points(decimal(100 * fraction));
}

/** `+1,2 poin dari Juni 2026`. */
function useChange() {
  const texts = useTexts(summaryTexts);
  const { month } = useFormats();
  return (
    before: Renewals | null,
    change: number | null,
    write: (amount: number) => string,
  ): string => {
    if (before === null || change === null) return texts.noBefore;
    if (change === 0) return texts.same(month(before.month));
    const sign = change > 0 ? '+' : '−';
    return texts.change(`${sign}${write(Math.abs(change))}`, month(before.month));
  };
}
