import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { More } from '../../shared/loading/more.tsx';
import { useReadPages } from '../../shared/reading.ts';
import type { Act } from './decided.tsx';
import { versionsTexts } from './texts.ts';
import { VersionDialog } from './version.tsx';
import { useVersionColumns } from './version-columns.tsx';

/** All versions, the newest first: what each changed, to restore or to approve it. */
export function PlanHistory({ current }: Readonly<{ current: Plan }>) {
  const texts = useTexts(versionsTexts);
  const versions = useReadPages<VersionView>('/api/plan/versions');
  const [asked, ask] = useState<Readonly<{ act: Act; version: VersionView }> | null>(null);
  return (
    <>
      <Listing
        title={texts.title}
        columns={useVersionColumns(versions.items, (act, version) => ask({ act, version }))}
        items={versions.items}
        idOf={({ version }) => String(version)}
        query={versions}
        empty={<Empty title={texts.none} />}
        footer={versions.hasNextPage && <More query={versions} />}
      />
      {asked && (
        <VersionDialog
          {...asked}
          current={current}
          versions={versions.items}
          close={() => ask(null)}
        />
      )}
    </>
  );
}
