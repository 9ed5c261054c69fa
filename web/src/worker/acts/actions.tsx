import { Button, ButtonDropdown, SpaceBetween } from '@cloudscape-design/components';
import { type ComponentType, useState } from 'react';
import type { WorkerView } from '#domain/people/worker-view';
import type { Role } from '#triggers';
import { useDraft } from '../../shared/draft.ts';
import { useTexts } from '../../shared/language.tsx';
import { useMe } from '../../shared/me.tsx';
import { CorrectWorker } from './correct.tsx';
import { type Corrected, draftOf } from './corrected.ts';
import type { OfWorker } from './dialog.tsx';
import { EndWorker, UnendWorker } from './end.tsx';
import { EraseWorker } from './erase.tsx';
import { ResumeTexts, StopTexts } from './stop.tsx';
import { actionTexts } from './texts.ts';

type Act = 'correct' | 'stop' | 'resume' | 'end' | 'unend' | 'erase';

/** As the API has it (functions/triggers/triggers.ts): nobody is shown what they could not do. */
const acts = {
  stop: { roles: ['admin', 'service'], fits: ({ stopped }) => stopped === null, Dialog: StopTexts },
  resume: {
    roles: ['admin', 'service'],
    fits: ({ stopped }) => stopped !== null,
    Dialog: ResumeTexts,
  },
  correct: { roles: ['admin'], fits: () => true, Dialog: CorrectWorker },
  end: { roles: ['admin'], fits: ({ ended }) => ended === null, Dialog: EndWorker },
  unend: { roles: ['admin'], fits: ({ ended }) => ended !== null, Dialog: UnendWorker },
  erase: { roles: ['admin'], fits: () => true, Dialog: EraseWorker },
} as const satisfies Record<
  Act,
  Readonly<{
    roles: readonly Role[];
    fits: (worker: WorkerView) => boolean;
    Dialog: ComponentType<OfWorker>;
  }>
>;
const rare: readonly Act[] = ['end', 'unend', 'erase'];

/** Finance reads, and does nothing here. */
export const mayAct = (roles: readonly Role[]): boolean =>
  Object.values(acts).some((act) => act.roles.some((role) => roles.includes(role)));

type ActionsProps = Omit<OfWorker, 'close'>;

/** The reader's actions. A correction that was begun before a refresh is opened again. */
export function WorkerActions({ worker, sharing, reload }: ActionsProps) {
  const texts = useTexts(actionTexts);
  const { roles } = useMe();
  const draft = useDraft<Corrected>(draftOf(worker), {});
  const may = (act: Act) =>
    acts[act].roles.some((role) => roles.includes(role)) && acts[act].fits(worker);
  const [act, setAct] = useState<Act | null>(draft.isChanged && may('correct') ? 'correct' : null);
  const all = (Object.keys(acts) as Act[]).filter(may);
  const Dialog = act && acts[act].Dialog;
  const others = all.filter((each) => rare.includes(each));
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {all
        .filter((each) => !rare.includes(each))
        .map((each) => (
          <Button key={each} onClick={() => setAct(each)}>
            {texts[each]}
          </Button>
        ))}
      {others.length > 0 && (
        <ButtonDropdown
          items={others.map((each) => ({ id: each, text: texts[each] }))}
          onItemClick={({ detail }) => setAct(others.find((each) => each === detail.id) ?? null)}
        >
          {texts.more}
        </ButtonDropdown>
      )}
      {Dialog && (
        <Dialog worker={worker} sharing={sharing} close={() => setAct(null)} reload={reload} />
      )}
    </SpaceBetween>
  );
}
