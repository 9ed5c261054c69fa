import { Container, Header, SpaceBetween } from '@cloudscape-design/components';
import { anchors, StepList } from './step-list.tsx';
import './steps.css';
import { useRef, useState } from 'react';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { withStep } from '../editing/draft.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { lineTexts } from './line/line-texts.ts';
import { StepLine } from './line/step-line.tsx';
import { StepForm } from './step-form.tsx';

/** When workers are texted, as a picture and a list, and the form of the chosen step. */
export function PlanSteps({ editing }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(lineTexts);
  const { plan, base, faults } = editing;
  const describe = useStepDescription();
  const isNarrow = useIsNarrow();
  const [chosen, select] = useState<string | null>(null);
  const step = plan.steps.find(({ id }) => id === chosen) ?? plan.steps[0];
  const faulty = new Set(
    plan.steps
      .filter((_, at) => Object.keys(faults).some((path) => isAt(path, at)))
      .map(({ id }) => id),
  );
  const nameOf = (each: Step): string =>
    describe(base.steps.find(({ id }) => id === each.id) ?? each);
  const form = useRef<HTMLElement>(null);
  // On a phone the form is far below.
  const open = (id: string) => {
    select(id);
    form.current?.focus();
  };
  const add = () => {
    const added = newStep();
    editing.edit((before) => ({ ...before, steps: [...before.steps, added] }));
    open(added.id);
  };
  return (
    <>
      <Container header={<Header variant="h2">{texts.title}</Header>}>
        <SpaceBetween size="l">
          {anchors.map((anchor) => (
            <StepLine
              key={anchor}
              anchor={anchor}
              steps={plan.steps.filter((each) => each.anchor === anchor)}
              selected={step?.id ?? null}
              faulty={faulty}
              nameOf={nameOf}
              select={select}
              move={(id, offsetDays) =>
                editing.edit(withStep(id, (moved) => ({ ...moved, offsetDays })))
              }
            />
          ))}
          <p className="hint">
            {isNarrow ? texts.hintByFinger : texts.hint} {texts.dashed}
          </p>
        </SpaceBetween>
      </Container>
      <StepList editing={editing} selected={step?.id ?? null} select={open} add={add} />
      <section ref={form} tabIndex={-1} className="step-form">
        {step && (
          <StepForm key={step.id} editing={editing} step={step} at={plan.steps.indexOf(step)} />
        )}
      </section>
    </>
  );
}

const isAt = (path: string, at: number): boolean =>
  path === `steps.${at}` || path.startsWith(`steps.${at}.`);

/** Off until it has a text. Its id is new to all versions, so it takes no old reminder's place. */
const newStep = (): Step => ({
  ...{ id: `step-${crypto.randomUUID().slice(0, 6)}`, anchor: 'due', offsetDays: 14, at: '09:00' },
  ...{ enabled: false, toHeldOut: false, maxParts: 1, texts: { id: '' } },
});
