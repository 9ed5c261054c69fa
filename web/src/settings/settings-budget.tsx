import { FormField, Input, Toggle } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Editing } from '../plan/editing/edited-plan.tsx';
import { faultAt } from '../plan/editing/faults.tsx';
import { useTexts } from '../shared/language.tsx';
import { useFormats } from '../shared/words/format.ts';
import { settingsTexts } from './texts.ts';

/** A month's budget for texts in whole rupiah, or no limit. */
export function BudgetSetting({ editing: { plan, edit, faults } }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(settingsTexts).budget;
  const { number } = useFormats();
  const { monthlyBudgetRupiah: budget } = plan;
  const [kept, setKept] = useState(budget ?? 1_000_000);
  const set = (monthlyBudgetRupiah: number | null) => {
    if (monthlyBudgetRupiah) setKept(monthlyBudgetRupiah);
    edit((before) => ({ ...before, monthlyBudgetRupiah }));
  };
  return (
    <FormField
      label={texts.label}
      constraintText={texts.means}
      errorText={faultAt(faults, 'monthlyBudgetRupiah')}
    >
      <Toggle
        checked={budget !== null}
        onChange={({ detail }) => set(detail.checked ? kept : null)}
      >
        {texts.isLimited}
      </Toggle>
      {budget !== null && (
        <Input
          inputMode="numeric"
          prefix="Rp"
          ariaLabel={texts.label}
          value={number(budget)}
          onChange={({ detail }) => set(Number(detail.value.replace(/\D/g, '').slice(0, 13)))}
        />
      )}
    </FormField>
  );
}
