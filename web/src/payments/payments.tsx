import { Button } from '@cloudscape-design/components';
import { useSearchParams } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useFollow } from '../shared/follow.ts';
import { useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { Page } from '../shared/page/page.tsx';
import { Views } from '../shared/page/views.tsx';
import { FlaggedPayments, RecentPayments, UnmatchedPayments } from './lists/lists.tsx';
import { paymentsTexts } from './texts.ts';

const lists = {
  recent: RecentPayments,
  unmatched: UnmatchedPayments,
  flagged: FlaggedPayments,
} as const;
type Kind = keyof typeof lists;
const kinds = Object.keys(lists) as Kind[];

/** Incoming payments, and those that finance has to resolve. Admins may look. */
export function PaymentsPage() {
  const texts = useTexts(paymentsTexts);
  const [search, setSearch] = useSearchParams();
  const follow = useFollow();
  const { roles } = useMe();
  const isNarrow = useIsNarrow();
  const kind: Kind = kinds.find((each) => each === search.get('kind')) ?? 'recent';
  const List = lists[kind];
  return (
    <Page
      title={texts.title}
      description={texts.description}
      actions={
        roles.includes('finance') && (
          <Button href={addressOf('payments-import')} onFollow={follow} iconName="upload">
            {texts.import}
          </Button>
        )
      }
    >
      <Views
        title={texts.title}
        label={texts.view}
        names={texts.kinds}
        order={kinds}
        view={kind}
        choose={(wanted) => setSearch(wanted === 'recent' ? {} : { kind: wanted })}
        isSelect={isNarrow}
      >
        <List />
      </Views>
    </Page>
  );
}
