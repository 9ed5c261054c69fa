import Button from '@cloudscape-design/components/button';
import Tabs from '@cloudscape-design/components/tabs';
import { useSearchParams } from 'react-router';
import { addressOf } from '../addresses.ts';
import { useFollow } from '../follow.ts';
import { useTexts } from '../language.tsx';
import { useMe } from '../me.tsx';
import { Page } from '../shared/page.tsx';
import { paymentsTexts } from '../texts/payments.ts';
import { FlaggedPayments, RecentPayments, UnmatchedPayments } from './payments-lists.tsx';

const lists = { recent: RecentPayments, unmatched: UnmatchedPayments, flagged: FlaggedPayments } as const;
const kinds = Object.keys(lists) as (keyof typeof lists)[];

/** What came in, and what of it finance has to set right. An admin looks at it. */
export function PaymentsPage() {
  const texts = useTexts(paymentsTexts);
  const [search, setSearch] = useSearchParams();
  const follow = useFollow();
  const { roles } = useMe();
  const kind = kinds.find((each) => each === search.get('kind')) ?? 'recent';
  return (
    <Page
      title={texts.title}
      description={texts.description}
      actions={
        roles.includes('finance') && (
          <Button href={addressOf('payments-import')} onFollow={follow}>
            {texts.import}
          </Button>
        )
      }
    >
      <Tabs
        activeTabId={kind}
        ariaLabel={texts.title}
        onChange={({ detail }) => setSearch(detail.activeTabId === 'recent' ? {} : { kind: detail.activeTabId })}
        tabs={kinds.map((id) => {
          const List = lists[id];
          return { id, label: texts.kinds[id], content: id === kind && <List /> };
        })}
      />
    </Page>
  );
}
