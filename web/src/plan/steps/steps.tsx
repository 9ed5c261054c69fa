import './steps.css';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useRef, useState } from 'react';
import type { Step } from '#domain/plan/plan';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { useStepDescription } from '../../shared/step-name.ts';
import { withStep } from '../editing/draft.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { StepForm } from './step-form.tsx';
import { StepLine } from './step-line.tsx';
import { stepsTexts } from './texts.ts';

const anchors = ['due', 'lapse'] as const satisfies readonly Step['anchor'][];

/** When workers are texted: drawn, as a list, and the one that was chosen to be written. */
export function PlanSteps({ editing }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(stepsTexts).line;
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
  // On a phone it is far below.
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

/** Switched off until it says something. Its id is new to all versions there ever were, or a reminder of long ago would take its place. */
const newStep = (): Step => ({
  ...{ id: `step-${crypto.randomUUID().slice(0, 6)}`, anchor: 'due', offsetDays: 14, at: '09:00' },
  ...{ enabled: false, toHeldOut: false, maxParts: 1, texts: { id: '' } },
});

type ListProps = Readonly<{
  editing: Editing;
  selected: string | null;
  select: (id: string) => void;
  add: () => void;
}>;

function StepList({ editing, selected, select, add }: ListProps) {
  const texts = useTexts(stepsTexts).steps;
  const { plan } = editing;
  return (
    <Listing
      title={texts.title}
      counter={`(${plan.steps.length})`}
      actions={
        <Button iconName="add-plus" onClick={add}>
          {texts.add}
        </Button>
      }
      columns={useColumns(editing, { selected, select })}
      items={[...plan.steps].sort(byDay)}
      idOf={({ id }) => id}
      query={{ isPending: false, error: null, refetch: () => undefined }}
      empty={<Empty title={texts.none} />}
    />
  );
}

const byDay = (left: Step, right: Step): number =>
  anchors.indexOf(left.anchor) - anchors.indexOf(right.anchor) ||
  left.offsetDays - right.offsetDays ||
  (left.at < right.at ? -1 : 1);

type Chosen = Readonly<{ selected: string | null; select: (id: string) => void }>;

function useColumns(
  { previewed, look, edit }: Editing,
  { selected, select }: Chosen,
): readonly Column<Step>[] {
  const texts = useTexts(stepsTexts).steps;
  const { clock, number } = useFormats();
  const describe = useStepDescription();
  const expected = (id: string): number | null =>
    previewed.preview?.days.reduce(
      (sum, day) => sum + (day.step === id ? day.expectedReminders : 0),
      0,
    ) ?? null;
  return [
    {
      id: 'when',
      header: texts.when,
      cell: (step) => (
        <Link
          onFollow={() => select(step.id)}
          ariaLabel={texts.open(describe(step))}
          fontSize="body-m"
        >
          {step.id === selected ? (
            <span aria-current="true">▸ {describe(step)}</span>
          ) : (
            describe(step)
          )}
        </Link>
      ),
    },
    { id: 'at', header: texts.at, cell: ({ at }) => clock(at) },
    {
      id: 'enabled',
      header: texts.enabled,
      cell: (step) => (
        <Toggle
          checked={step.enabled}
          ariaLabel={texts.switch(describe(step))}
          onChange={({ detail }) =>
            edit(withStep(step.id, (each) => ({ ...each, enabled: detail.checked })))
          }
        />
      ),
    },
    {
      id: 'toHeldOut',
      header: texts.to,
      cell: ({ toHeldOut }) => (toHeldOut ? texts.toAll : texts.notHeldOut),
    },
    {
      id: 'expected',
      header: texts.expected(number(look.days)),
      cell: ({ id }) => number(expected(id)),
    },
  ];
}
