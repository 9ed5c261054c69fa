import { Button } from '@cloudscape-design/components';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import type { Editing } from '../editing/edited-plan.tsx';
import { useColumns } from './step-columns.tsx';
import { stepsTexts } from './texts.ts';

export const anchors = ['due', 'lapse'] as const satisfies readonly Step['anchor'][];

type ListProps = Readonly<{
  editing: Editing;
  selected: string | null;
  select: (id: string) => void;
  add: () => void;
}>;

export function StepList({ editing, selected, select, add }: ListProps) {
  const texts = useTexts(stepsTexts);
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
      empty={<Empty title={texts.none} />}
    />
  );
}

const byDay = (left: Step, right: Step): number =>
  anchors.indexOf(left.anchor) - anchors.indexOf(right.anchor) ||
  left.offsetDays - right.offsetDays ||
  (left.at < right.at ? -1 : 1);
