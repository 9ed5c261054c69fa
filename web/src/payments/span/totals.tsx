import type { Money, ReceiptsOfChannel } from '#domain/renewals/receipts';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { spanTexts } from './texts.ts';

/** What came in by each channel, and by all of them, to hold against the bank's statement. */
export function Totals({ of }: Readonly<{ of: readonly ReceiptsOfChannel[] }>) {
  const texts = useTexts(spanTexts);
  const { number, rupiah } = useFormats();
  const said = ({ payments, rupiah: sum }: Money) => texts.of(number(payments), rupiah(sum));
  return (
    <Listing<ReceiptsOfChannel>
      title={texts.totals}
      columns={[
        { id: 'channel', header: texts.channel, cell: ({ channel }) => channel || texts.all },
        { id: 'received', header: texts.received, cell: said },
        { id: 'unmatched', header: texts.unmatched, cell: ({ unmatched }) => said(unmatched) },
        { id: 'reversed', header: texts.reversed, cell: ({ reversed }) => said(reversed) },
      ]}
      items={of.length > 1 ? [...of, sumOf(of)] : of}
      idOf={({ channel }) => channel}
      footer={<Note>{texts.means}</Note>}
    />
  );
}

const sumOf = (of: readonly ReceiptsOfChannel[]): ReceiptsOfChannel => {
  const sum = (money: (of: ReceiptsOfChannel) => Money): Money => ({
    payments: of.reduce((total, each) => total + money(each).payments, 0),
    rupiah: of.reduce((total, each) => total + money(each).rupiah, 0),
  });
  return {
    channel: '',
    ...sum((each) => each),
    recorded: sum(({ recorded }) => recorded),
    unmatched: sum(({ unmatched }) => unmatched),
    reversed: sum(({ reversed }) => reversed),
  };
};
