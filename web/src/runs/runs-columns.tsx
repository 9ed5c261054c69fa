import type { RunView } from '#flows/sending/show-runs';
import { useTexts } from '../shared/language.tsx';
import type { Column } from '../shared/loading/listing.tsx';
import { useIs } from '../shared/narrow.ts';
import { Note, Noted } from '../shared/page/note.tsx';
import { useFormats } from '../shared/words/format.ts';
import { useRunTime, useStepName } from '../shared/words/step-name.ts';
import { Outcomes, Skipped } from './outcomes.tsx';
import { State } from './state.tsx';
import { runsTexts } from './texts.ts';

type Of = Readonly<{ run: RunView }>;

export function useRunColumns(): readonly Column<RunView>[] {
  const texts = useTexts(runsTexts);
  const isFolded = useIs('tooNarrowForColumns');
  const skipped = (run: RunView) => <Skipped key="skipped" run={run} />;
  return [
    { id: 'time', header: texts.time, width: 110, cell: useRunTime() },
    { id: 'step', header: texts.step, width: 250, cell: (run) => <Step run={run} /> },
    {
      id: 'outcomes',
      header: texts.outcomes,
      width: 170,
      cell: (run) => (
        <Noted note={isFolded && run.counts.skipped && [`${texts.skipped}:`, skipped(run)]}>
          <Outcomes run={run} />
        </Noted>
      ),
    },
    ...(isFolded ? [] : [{ id: 'skipped', header: texts.skipped, width: 240, cell: skipped }]),
    { id: 'state', header: texts.state, width: 220, cell: (run) => <State run={run} /> },
  ];
}

function Step({ run }: Of) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const stepName = useStepName();
  return (
    <>
      {stepName(run)}
      <Note>{texts.ofMonth(formats.month(run.month))}</Note>
      <Note>{texts.version(formats.number(run.planVersion))}</Note>
    </>
  );
}
