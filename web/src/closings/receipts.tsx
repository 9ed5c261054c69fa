import type { Money } from '#domain/renewals/receipts';
import type { ShownClosing } from '#flows/closings/show-closing';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { closingTexts } from './closing-texts.ts';
import { isNothing, type ReceiptLine, receiptLines } from './lines.ts';

type Of = Readonly<{ of: Pick<ShownClosing, 'closed' | 'now' | 'events'> }>;

/** By channel: closed, what came since, now. The first and the second have to make the third. */
export function Receipts({ of }: Of) {
  const texts = useTexts(closingTexts);
  const { number, rupiah } = useFormats();
  const lines = receiptLines(of);
  const said = ({ payments, rupiah: sum }: Money) => texts.of(number(payments), rupiah(sum));
  return (
    <Listing<ReceiptLine>
      title={texts.receipts}
      columns={[
        { id: 'channel', header: texts.channel, cell: ({ channel }) => channel || texts.all },
        { id: 'closed', header: texts.atClosing, cell: ({ closed }) => said(closed) },
        { id: 'since', header: texts.since, cell: ({ since }) => said(since) },
        { id: 'now', header: texts.now, cell: ({ now }) => said(now) },
      ]}
      items={lines}
      idOf={({ channel }) => channel}
      footer={<Balance lines={lines} />}
    />
  );
}

/** Whether it all adds up, and of which channel it does not. */
function Balance({ lines }: Readonly<{ lines: readonly ReceiptLine[] }>) {
  const texts = useTexts(closingTexts);
  const { number, rupiah } = useFormats();
  const open = lines.filter(({ channel, unexplained }) => channel && !isNothing(unexplained));
  if (open.length === 0) return <Status type="success">{texts.addsUp}</Status>;
  return open.map(({ channel, unexplained }) => (
    <div key={channel}>
      <Status type="warning">
        {texts.unexplained(channel, number(unexplained.payments), rupiah(unexplained.rupiah))}
      </Status>
    </div>
  ));
}
