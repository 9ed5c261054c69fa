import { Box, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { Horizon } from '#domain/renewals/counting/months-kept';
import type { RenewalsAnswer } from '#flows/renewals/show-renewals';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { Intervals } from '../charts/intervals.tsx';
import { type Asked, spanPath } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { NobodyDue } from '../shared/nobody-due.tsx';
import { hasPeople, useRenewals } from '../shared/reading.ts';
import { useKeptColumns } from './columns.tsx';
import { firstKnown, horizons } from './first-known.ts';
import { type Kept, usePerThousand } from './per-thousand.ts';
import { ByTenure } from './tenure.tsx';
import { keptTexts } from './texts.ts';

/** What one month's reminders bring over a year, and whom they move. */
export function KeptView({ asked }: Readonly<{ asked: Asked }>) {
  return (
    <Loaded query={useRenewals(asked)} of={useTexts(keptTexts).title}>
      {(answer) => (
        <SpaceBetween size="l">
          <LongRun answer={answer} asked={asked} />
          <ByTenure asked={asked} cohorts={answer.items} />
        </SpaceBetween>
      )}
    </Loaded>
  );
}

function LongRun({ answer, asked }: Readonly<{ answer: RenewalsAnswer; asked: Asked }>) {
  const texts = useTexts(keptTexts);
  const columns = useKeptColumns();
  const cohorts = answer.items.filter(hasPeople);
  const told = horizons.flatMap((horizon) => {
    const kept = answer.overall.monthsKept?.[horizon];
    return kept && kept.perWorker !== null ? [{ horizon, kept }] : [];
  });
  if (cohorts.length === 0) return <NobodyDue />;
  return (
    <Figures
      title={texts.title}
      description={texts.description}
      terms={['monthsKept', 'perMonthKept', 'breakEven', 'interval']}
      csv={spanPath('/api/renewals.csv', asked)}
      columns={columns}
      items={cohorts}
      idOf={({ month }) => month}
    >
      {told.length === 0 ? <NoneYet cohorts={cohorts} /> : <Together told={told} />}
    </Figures>
  );
}

type Told = readonly Readonly<{ horizon: Horizon; kept: Kept }>[];

/** All months together: a sentence about the longest time that is known, and a line for each. */
function Together({ told }: Readonly<{ told: Told }>) {
  const texts = useTexts(keptTexts);
  const { number } = useFormats();
  const perThousand = usePerThousand();
  const rows = told.flatMap(({ horizon, kept: { perWorker, low, high } }) =>
    perWorker === null || low === null || high === null
      ? []
      : [
          {
            name: texts.horizon(number(horizon)),
            ...{ points: 1_000 * perWorker, low: 1_000 * low, high: 1_000 * high },
            said: texts.told(
              number(horizon),
              ...([perThousand(perWorker), perThousand(low), perThousand(high)] as const),
            ),
          },
        ],
  );
  const [longest] = told.slice(-1);
  return (
    <SpaceBetween size="m">
      {longest && <InWords {...longest} />}
      <Intervals rows={rows} axis={texts.axis} />
    </SpaceBetween>
  );
}

function InWords({ horizon, kept: { perWorker, low, high } }: Told[number]) {
  const texts = useTexts(keptTexts);
  const { number } = useFormats();
  const more = Math.round(1_000 * (perWorker ?? 0));
  const { certain } = texts;
  const certainty =
    (low ?? 0) > 0 ? certain.more : (high ?? 0) < 0 ? certain.fewer : certain.unknown;
  return (
    <Box>
      <b>{texts.inWords(number(horizon), number(Math.abs(more)), more >= 0)}</b> {certainty}
    </Box>
  );
}

function NoneYet({ cohorts }: Readonly<{ cohorts: readonly Renewals[] }>) {
  const texts = useTexts(keptTexts);
  const { date, month } = useFormats();
  const first = firstKnown(cohorts);
  return (
    <Empty title={texts.none}>
      {first ? texts.from(month(first.month), date(first.knownOn)) : texts.noMonth}
    </Empty>
  );
}
