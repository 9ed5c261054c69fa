import type { ReactNode } from 'react';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { CycleKind } from '#domain/renewals/cohorts/cohort-outcomes';
import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { stackedOutcomes } from '../charts/outcome-meanings.ts';
import { type Outcome, renewalsTexts } from '../texts.ts';
import { useWay } from './asked.ts';

type Of = Readonly<{ of: Renewals }>;

export function Due({ of }: Of) {
  const { cycle } = useTexts(renewalsTexts);
  return (
    <>
      <Count of={of} count={of.due} />
      {(['left', 'startedLate'] as const).map(
        (kind) =>
          of[kind] > 0 && (
            <Note key={kind} fontSize="body-s">
              <span className="unbroken">
                {cycle[kind]}: <Count of={of} count={of[kind]} kind={kind} />
              </span>
            </Note>
          ),
      )}
    </>
  );
}

export function Outcomes({ of }: Of) {
  const { outcomes } = useTexts(renewalsTexts);
  if (of.due === 0) return '–';
  return stackedOutcomes
    .filter((outcome) => of[outcome] > 0)
    .map((outcome) => (
      <div key={outcome}>
        {outcomes[outcome]}: <Counted of={of} outcome={outcome} />
      </div>
    ));
}

export function Counted({ of, outcome }: Of & Readonly<{ outcome: Outcome }>) {
  const { percent } = useFormats();
  const rate = { ...none, onTime: of.rates.onTime, recovered: of.rates.recovery }[outcome];
  return (
    <>
      <Count of={of} count={of[outcome]} kind={outcome} />{' '}
      {rate !== null && <span className="unbroken">({percent(rate)})</span>}
    </>
  );
}

const none = {
  onTime: null,
  inArrears: null,
  recovered: null,
  open: null,
  lapsed: null,
} satisfies Record<Outcome, null>;

/** Links to the counted rows; not for a group, since rows are listed by month only. */
function Count({
  of: { by, month },
  count,
  kind,
}: Of & Readonly<{ count: number; kind?: CycleKind }>): ReactNode {
  const { number } = useFormats();
  const { there } = useWay();
  if (by !== null || count === 0) return number(count);
  return (
    <PageLink page="cohort" values={{ month, ...(kind ? { outcome: kind } : {}), ...there }}>
      {number(count)}
    </PageLink>
  );
}
