import { SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import type { ReceiptsOfChannel } from '#domain/renewals/receipts';
import { DownloadCsv, SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { More } from '../../shared/loading/more.tsx';
import { useMe } from '../../shared/me.tsx';
import { useIs } from '../../shared/narrow.ts';
import { useReadPages } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { MatchDialog } from '../resolve/match.tsx';
import { ReverseDialog } from '../resolve/reverse.tsx';
import { Totals } from '../span/totals.tsx';
import { paymentsTexts } from '../texts.ts';
import { usePaymentColumns } from './columns.tsx';
import { nameOf, type Shown } from './shown.ts';
import { Sum } from './sum.tsx';
import { waitingRows } from './waiting-csv.ts';

export type PaymentsProps = Readonly<{
  path: string;
  /** The address of the whole list as CSV, or the name of a file of what is shown. */
  download?: string;
  file?: string;
  title: string;
  above: React.ReactNode;
  columns: readonly Exclude<keyof ReturnType<typeof usePaymentColumns>, 'actions'>[];
  empty: string;
  filter?: React.ReactNode;
  /** Of how many, where they are counted. */
  counterOf?: (shown: number) => string | undefined;
  /** The API names the kind once per list, not in each item. */
  isUnmatched?: boolean;
}>;

/** On the first page of a span of days. */
type WithTotals = Readonly<{ totals?: readonly ReceiptsOfChannel[] }>;

type Asked = Readonly<{ what: 'reverse' | 'match'; payment: Shown }>;

/** A list of payments, which finance can match and reverse from here. */
export function Payments({
  path,
  download,
  file = 'payments.csv',
  title,
  above,
  columns,
  empty,
  filter,
  counterOf,
  isUnmatched = false,
}: PaymentsProps) {
  const payments = useReadPages<Shown>(path);
  const totals = (payments.data?.pages[0] as WithTotals | undefined)?.totals;
  const texts = useTexts(paymentsTexts);
  const { number } = useFormats();
  const { roles } = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { actions, ...all } = usePaymentColumns();
  const isFolded = useIs('tooNarrowForColumns');
  const told = columns
    .filter((column) => !isFolded || column !== 'worker')
    .map((column) => all[column]);
  const close = () => setAsked(null);
  const shown = isUnmatched
    ? payments.items.map((payment) => ({ ...payment, status: 'unmatched' as const }))
    : payments.items;
  return (
    <SpaceBetween size="l">
      {above}
      {totals && totals.length > 0 && <Totals of={totals} />}
      <Listing<Shown>
        title={title}
        {...(shown.length > 0 && {
          counter:
            counterOf?.(shown.length) ?? texts.counter(number(shown.length), payments.hasNextPage),
          actions: download ? (
            <DownloadCsv path={download} text={texts.csv} about={title} />
          ) : (
            <SaveCsv
              name={file}
              rows={() => waitingRows(shown)}
              text={payments.hasNextPage ? texts.csvShown : texts.csv}
              about={title}
            />
          ),
        })}
        columns={
          roles.includes('finance')
            ? [...told, actions((what, payment) => setAsked({ what, payment }))]
            : told
        }
        items={shown}
        idOf={nameOf}
        query={payments}
        filter={filter}
        empty={<Empty title={empty} />}
        footer={
          shown.length > 0 && (
            <SpaceBetween size="s">
              <Sum of={shown} hasMore={payments.hasNextPage} />
              {payments.hasNextPage && <More query={payments} />}
            </SpaceBetween>
          )
        }
      />
      {asked?.what === 'reverse' && <ReverseDialog payment={asked.payment} close={close} />}
      {asked?.what === 'match' && <MatchDialog payment={asked.payment} close={close} />}
    </SpaceBetween>
  );
}
