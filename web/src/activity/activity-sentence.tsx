import Box from '@cloudscape-design/components/box';
import { parseRunId } from '#domain/sending/slice';
import type { AuditEntry } from '#flows/audit/audit-store';
import { factTexts, listedName } from '../shared/fact-texts.ts';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import type { AuditedCall } from './call-texts.ts';
import { callTexts } from './call-texts.ts';
import { activityTexts } from './texts.ts';
import { trailTexts } from './trail-texts.ts';

type Of = Readonly<{ entry: AuditEntry }>;

/** What was done or looked at, as a sentence with links to what it was done to. */
export function Deed({ entry }: Of) {
  const trail = useTrail(entry);
  return (
    <>
      <div>{useSentence(entry)}</div>
      {trail && <Box color="text-body-secondary">{trail}</Box>}
      <Workers entry={entry} />
      <PlanVersion entry={entry} />
      <Run entry={entry} />
    </>
  );
}

/** A call that this console has no words for (of another version) is shown as recorded. */
function useSentence({ call, fields, on }: AuditEntry): string {
  const calls = useTexts(callTexts);
  const texts = useTexts(activityTexts);
  const facts = useTexts(factTexts);
  const { month } = useFormats();
  const sentence = calls[call as AuditedCall] as (typeof calls)[AuditedCall] | undefined;
  const sent = fields.map((field) => listedName(facts, texts.fields, field)).join(', ');
  return sentence ? sentence({ on, month, sent }) : call;
}

/** What came of it, where the call recorded that. */
function useTrail({ call, trail }: AuditEntry): string | undefined {
  const trails = useTexts(trailTexts);
  const { number } = useFormats();
  if (!trail) return undefined;
  const counted = (value: unknown): number | null =>
    typeof value === 'number' ? value : Array.isArray(value) ? value.length : null;
  return trails[call as AuditedCall]?.({
    isDry: trail.dryRun === true,
    isPending: trail.status === 'pending',
    count: (name) => number(counted(trail[name])),
    text: (name) => String(trail[name] ?? ''),
  });
}

const mostShown = 3;

/** The workers whom the call was about or found. */
function Workers({ entry: { on, trail } }: Of) {
  const texts = useTexts(activityTexts);
  const { number } = useFormats();
  const found = Array.isArray(trail?.found) ? (trail.found as readonly string[]) : [];
  const ids = [...new Set([on.id, trail?.worker, ...found])].filter(
    (id): id is string => typeof id === 'string' && id.startsWith('wrk_'),
  );
  return (
    <>
      {ids.slice(0, mostShown).map((id) => (
        <div key={id}>
          <PageLink page="worker" values={{ id }}>
            {id}
          </PageLink>
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
