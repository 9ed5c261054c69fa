import { Toggle } from '@cloudscape-design/components';
import { useState } from 'react';
import type { AuditEntry } from '#flows/audit/audit-store';
import { DayChoice, useDay } from '../shared/days/day-choice.tsx';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { Page } from '../shared/page/page.tsx';
import { useReadPages } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { useColumns } from './columns.tsx';
import { activityTexts } from './texts.ts';

/** Who changed or looked at what on a day, the latest first. */
export function ActivityPage() {
  const texts = useTexts(activityTexts);
  const formats = useFormats();
  const day = useDay();
  const [changesOnly, setChangesOnly] = useState(false);
  const entries = useReadPages<AuditEntry>(`/api/audit?date=${day.day}`);
  const shown = entries.items.filter((entry) => !changesOnly || !isLook(entry));
  return (
    <Page title={texts.title} description={texts.description} actions={<DayChoice {...day} />}>
      <Listing
        title={texts.on(formats.date(day.day))}
        columns={useColumns()}
        items={shown}
        idOf={({ id }) => id}
        query={entries}
        actions={
          <Toggle checked={changesOnly} onChange={({ detail }) => setChangesOnly(detail.checked)}>
            {texts.changesOnly}
          </Toggle>
        }
        empty={<Empty title={entries.items.length > 0 ? texts.noneShown : texts.none} />}
        footer={entries.hasNextPage && <More query={entries} />}
      />
    </Page>
  );
}

const isLook = ({ call }: AuditEntry): boolean => call.startsWith('GET ') || looks.includes(call);

const looks = ['POST /api/workers/find', 'POST /api/plan/preview'];
