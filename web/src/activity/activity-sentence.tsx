import { parseRunId } from '#domain/sending/slice';
import type { AuditEntry } from '#flows/audit/audit-store';
import { useTexts } from '../shared/language.tsx';
import { NamedWorker } from '../shared/named-worker.tsx';
import { Note } from '../shared/page/note.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useFormats } from '../shared/words/format.ts';
import { useSentence, useTrail } from './sentence.ts';
import { activityTexts } from './texts.ts';

type Of = Readonly<{ entry: AuditEntry }>;

/** What was done or looked at, as a sentence with links to what it was done to. */
export function Deed({ entry }: Of) {
  const trail = useTrail(entry);
  return (
    <>
      <div>{useSentence(entry)}</div>
      {trail && <Note>{trail}</Note>}
      <Workers entry={entry} />
      <PlanVersion entry={entry} />
      <Run entry={entry} />
    </>
  );
}

const mostShown = 3;

/** The workers whom the call was about or found. */
function Workers({ entry: { on, trail } }: Of) {
  const texts = useTexts(activityTexts);
  const { number } = useFormats();
  const told = [trail?.found, trail?.workers].flatMap((ids) => (Array.isArray(ids) ? ids : []));
  const ids = [...new Set([on.id, on.workerId, trail?.worker, ...told])].filter(
    (id): id is string => typeof id === 'string' && id.startsWith('wrk_'),
  );
  return (
    <>
      {ids.slice(0, mostShown).map((id) => (
        <div key={id}>
          <NamedWorker id={id} />
        </div>
      ))}
      {ids.length > mostShown && <div>{texts.more(number(ids.length - mostShown))}</div>}
    </>
  );
}

function PlanVersion({ entry: { call, trail } }: Of) {
  const texts = useTexts(activityTexts);
  const { number } = useFormats();
  if (!call.includes('/api/plan') || typeof trail?.after !== 'number') return null;
  return (
    <div>
      <PageLink page="plan" values={{ version: String(trail.after) }}>
        {texts.plan(number(trail.after))}
      </PageLink>
    </div>
  );
}

function Run({ entry: { on } }: Of) {
  const texts = useTexts(activityTexts);
  const { shortDate } = useFormats();
  const day = parseRunId(on.runId ?? '')?.date;
  if (!day) return null;
  return (
    <div>
      <PageLink page="runs" values={{ date: day }}>
        {texts.run(shortDate(day))}
      </PageLink>
    </div>
  );
}
