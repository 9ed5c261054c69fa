import { useTexts } from '../language.tsx';
import { useMe } from '../me.tsx';
import { Empty } from '../shared/loaded.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { renewalsTexts } from '../texts/renewals.ts';

/** Without a roster there is nobody, and only an admin imports one. */
export function NobodyDue() {
  const { none, noneText } = useTexts(renewalsTexts).rates;
  const { roles } = useMe();
  return (
    <Empty title={none}>
      {noneText.lead} {roles.includes('admin') ? <PageLink page="import">{noneText.import}</PageLink> : noneText.ask}.
    </Empty>
  );
}
