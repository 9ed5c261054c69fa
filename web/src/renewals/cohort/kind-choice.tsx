import { FormField, Select } from '@cloudscape-design/components';
import { useSearchParams } from 'react-router';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { CycleKind } from '#domain/renewals/cohorts/cohort-outcomes';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { renewalsTexts } from '../texts.ts';
import { cohortTexts } from './texts.ts';

/** What a row can count as, in display order. A missing one does not compile. */
const rowKinds = Object.keys({
  onTime: true,
  inArrears: true,
  recovered: true,
  open: true,
  lapsed: true,
  left: true,
  startedLate: true,
} satisfies Record<CycleKind, true>) as CycleKind[];

export function useKind(): readonly [CycleKind | null, (kind: string) => void] {
  const [query, setQuery] = useSearchParams();
  const kind = rowKinds.find((each) => each === query.get('outcome')) ?? null;
  const choose = (wanted: string) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        wanted === '' ? next.delete('outcome') : next.set('outcome', wanted);
        return next;
      },
      { replace: true },
    );
  return [kind, choose];
}

type Choice = Readonly<{
  figures: Renewals;
  kind: CycleKind | null;
  choose: (kind: string) => void;
}>;

export function KindChoice({ figures, kind, choose }: Choice) {
  const texts = useTexts(cohortTexts);
  const { outcomes, cycle } = useTexts(renewalsTexts);
  const { number } = useFormats();
  const names = { ...outcomes, ...cycle };
  const all = { value: '', label: texts.all };
  const options = [
    all,
    ...rowKinds.map((value) => ({
      value,
      label: `${names[value]} ${texts.of(number(figures[value]))}`,
    })),
  ];
  return (
    <FormField label={texts.filter}>
      <Select
        selectedOption={options.find(({ value }) => value === kind) ?? all}
        options={options}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
