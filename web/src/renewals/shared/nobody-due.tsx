import { useTexts } from '../../shared/language.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useMe } from '../../shared/me.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { renewalsTexts } from '../texts.ts';

/** Without a roster nobody is due, and only an admin imports one. */
export function NobodyDue() {
  const texts = useTexts(renewalsTexts).nobody;
  const { roles } = useMe();
  return (
    <Empty title={texts.inThese}>
      {texts.lead}{' '}
      {roles.includes('admin') ? <PageLink page="import">{texts.import}</PageLink> : texts.ask}.
    </Empty>
  );
}
