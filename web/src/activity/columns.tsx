import type { StatusIndicatorProps } from '@cloudscape-design/components';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Role } from '#triggers';
import { frameTexts } from '../frame/texts.ts';
import { useTexts } from '../shared/language.tsx';
import type { Column } from '../shared/loading/listing.tsx';
import { Note } from '../shared/page/note.tsx';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { Deed } from './activity-sentence.tsx';
import { activityTexts } from './texts.ts';

type Of = Readonly<{ entry: AuditEntry }>;

export function useColumns(): readonly Column<AuditEntry>[] {
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

function Who({ entry: { name, roles } }: Of) {
  const { roles: names } = useTexts(frameTexts);
  return (
    <>
      {name}
      <Note>{roles.map((role) => names[role as Role] ?? role).join(', ')}</Note>
    </>
  );
}

const looks = {
  begun: 'warning',
  done: 'success',
  refused: 'stopped',
  failed: 'error',
} as const satisfies Record<AuditEntry['outcome'], StatusIndicatorProps.Type>;

function Outcome({ entry: { outcome, trail } }: Of) {
  const { outcomes, forbidden } = useTexts(activityTexts);
  const { name } = outcomes[outcome];
  const means = trail?.refused === 'forbidden' ? forbidden : outcomes[outcome].means;
  return (
    <>
      <span className="unbroken">
        <Status type={looks[outcome]}>{name}</Status>
      </span>
      {means && <Note>{means}</Note>}
    </>
  );
}
