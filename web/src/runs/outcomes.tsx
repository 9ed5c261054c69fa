import type { StatusIndicatorProps } from '@cloudscape-design/components';
import type { SkipReason } from '#domain/sending/reminder';
import type { RunView } from '#flows/sending/show-runs';
import { useTexts } from '../shared/language.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { wordsTexts } from '../shared/words/words.ts';
import { runsTexts } from './texts.ts';

type Of = Readonly<{ run: RunView }>;

const looks = {
  sent: 'success',
  failed: 'error',
  unknown: 'warning',
  missed: 'warning',
} as const satisfies Record<string, StatusIndicatorProps.Type>;

const outcomes = Object.keys(looks) as (keyof typeof looks)[];

export function Outcomes({ run }: Of) {
  const texts = useTexts(runsTexts);
  const { number } = useFormats();
  if (run.withheld === 0) return <Written run={run} />;
  return (
    <>
      {outcomes.some((outcome) => run.counts[outcome]) && <Written run={run} />}
      <span className="unbroken">
        <Status type="warning">{texts.withheld(number(run.withheld))}</Status>
      </span>
    </>
  );
}

/** By what their rows say. */
function Written({ run: { counts, finished } }: Of) {
  const texts = useTexts(runsTexts);
  const { number } = useFormats();
  const shown = outcomes.filter((outcome) => counts[outcome]);
  if (shown.length === 0) return finished && !counts.skipped ? texts.nobodyThere : texts.nothingYet;
  return shown.map((outcome) => (
    <div key={outcome}>
      <span className="unbroken">
        <Status type={looks[outcome]}>
          <Behind outcome={outcome}>{texts.outcome[outcome](number(counts[outcome] ?? 0))}</Behind>
        </Status>
      </span>
    </div>
  ));
}

/** Texts that need a person are on a page of their own; those missed in a pause do not. */
const Behind = ({
  outcome,
  children,
}: Readonly<{ outcome: keyof typeof looks; children: string }>) =>
  outcome === 'sent' || outcome === 'missed' ? (
    children
  ) : (
    <PageLink page="attention" values={{ kind: outcome }}>
      {children}
    </PageLink>
  );

export function Skipped({ run: { counts } }: Of) {
  const texts = useTexts(runsTexts);
  const { skipped: reasons } = useTexts(wordsTexts);
  const { number } = useFormats();
  const skipped = Object.entries(counts.skipped ?? {}) as readonly [SkipReason, number][];
  if (skipped.length === 0) return texts.nobodySkipped;
  return skipped
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => <div key={reason}>{`${number(count)} ${reasons[reason]}`}</div>);
}
