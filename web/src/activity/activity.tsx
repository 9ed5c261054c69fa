import Box from '@cloudscape-design/components/box';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Role } from '#triggers';
import { frameTexts } from '../frame/texts.ts';
import { DayChoice, useDay } from '../shared/days/day-choice.tsx';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { More } from '../shared/loading/more.tsx';
import { Page } from '../shared/page/page.tsx';
import { useReadPages } from '../shared/reading.ts';
import { Status } from '../shared/status.tsx';
import { Deed } from './activity-sentence.tsx';
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

const isLook = ({ call }: AuditEntry): boolean =>
  call.startsWith('GET ') || call === 'POST /api/workers/find';

function useColumns(): readonly Column<AuditEntry>[] {
  const texts = useTexts(activityTexts);
  const { time } = useFormats();
  return [
    {
      id: 'at',
      header: texts.at,
      width: 110,
      cell: ({ at }) => <span className="unbroken">{`${time(at, 'Asia/Jakarta')} WIB`}</span>,
    },
    { id: 'who', header: texts.who, width: 160, cell: (entry) => <Who entry={entry} /> },
    { id: 'what', header: texts.what, cell: (entry) => <Deed entry={entry} /> },
    {
      id: 'outcome',
      header: texts.outcome,
      width: 220,
      cell: (entry) => <Outcome entry={entry} />,
    },
  ];
}

type Of = Readonly<{ entry: AuditEntry }>;

function Who({ entry: { name, roles } }: Of) {
  const { roles: names } = useTexts(frameTexts);
  return (
    <>
      {name}
      <Box color="text-body-secondary">
        {roles.map((role) => names[role as Role] ?? role).join(', ')}
      </Box>
    </>
  );
}

const looks = {
  begun: 'warning',
  done: 'success',
  refused: 'stopped',
  failed: 'error',
} as const satisfies Record<AuditEntry['outcome'], StatusIndicatorProps.Type>;

function Outcome({ entry: { outcome } }: Of) {
  const { name, means } = useTexts(activityTexts).outcomes[outcome];
  return (
    <>
      <span className="unbroken">
        <Status type={looks[outcome]}>{name}</Status>
      </span>
      {means && <Box color="text-body-secondary">{means}</Box>}
    </>
  );
}
