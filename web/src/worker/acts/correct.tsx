import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { WorkerFacts } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import type { SettingsView } from '#flows/plan/show-settings';
import { useDraft } from '../../shared/draft.ts';
import { factTexts } from '../../shared/fact-texts.ts';
import { type Formats, useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { useRead, useSend } from '../../shared/reading.ts';
import { wordsTexts } from '../../shared/words.ts';
import { workerTexts } from '../texts.ts';
import { type DialogProps, useFieldError, useSaved, WorkerDialog } from './dialog.tsx';

type Typed = 'name' | 'phone' | 'income' | 'group';
/** As typed; the API refuses what is not a number. */
type Written = Readonly<
  Omit<WorkerFacts, Typed | 'coveredThrough' | 'ended'> & Record<Typed, string>
>;

/** Only the changed fields, so that others' changes meanwhile stay. */
export type Corrected = Partial<Written>;

export const draftOf = ({ workerId }: Pick<WorkerView, 'workerId'>): string => `worker.${workerId}`;

const written = (
  { name, phone, province, sector, income, jht, language, governmentPaid, group }: WorkerView,
  said: Formats['phone'],
): Written => ({
  name,
  phone: phone ? said(phone) : '',
  province,
  sector,
  income: String(income),
  jht,
  language,
  governmentPaid,
  group: group ?? '',
});

export function CorrectWorker({
  worker,
  close,
  reload,
}: DialogProps & Readonly<{ worker: WorkerView }>) {
  const texts = useTexts(workerTexts).correct;
  const draft = useDraft<Corrected>(draftOf(worker), {});
  const send = useSend<Corrected>(
    (corrected) => ({
      method: 'PATCH',
      path: `/api/workers/${worker.workerId}`,
      json: asSent(corrected),
    }),
    ['/api/workers'],
  );
  const leave = () => {
    draft.discard();
    close();
  };
  const saved = useSaved(leave);
  const now = written(worker, useFormats().phone);
  return (
    <WorkerDialog
      title={texts.title}
      does={texts.save}
      send={send}
      submit={() => send.mutate(draft.value, { onSuccess: () => saved(texts.saved) })}
      fields={Object.keys(now)}
      disabled={!draft.isChanged}
      close={leave}
      reload={reload}
    >
      <Fields
        value={{ ...now, ...draft.value }}
        set={(changed) => draft.set(different({ ...draft.value, ...changed }, now))}
        error={send.error}
      />
      <Box color="text-body-secondary">{draft.isChanged ? texts.paid : texts.unchanged}</Box>
    </WorkerDialog>
  );
}

const different = (changed: Corrected, now: Written): Corrected =>
  Object.fromEntries(
    Object.entries(changed).filter(([field, value]) => now[field as keyof Written] !== value),
  );

const asSent = ({ phone, income, group, ...others }: Corrected) => ({
  ...others,
  ...(phone === undefined ? {} : { phone: phone.trim() || null }),
  ...(income === undefined ? {} : { income: rupiahOf(income) }),
  ...(group === undefined ? {} : { group: group.trim() || null }),
});

/** Reads `1.000.000`; null where it is not a number, which the API refuses by the field's name. */
function rupiahOf(text: string): number | null {
  const plain = text.replace(/[\s.]/g, '');
  return /^-?\d+$/.test(plain) ? Number(plain) : null;
}

type FieldsProps = Readonly<{
  value: Written;
  set(changed: Corrected): void;
  error: Parameters<typeof useFieldError>[0];
}>;

function Fields({ value, set, error }: FieldsProps) {
  const labels = useTexts(factTexts);
  const texts = useTexts(workerTexts).correct;
  const words = useTexts(wordsTexts);
  const wrong = useFieldError(error);
  const provinces = useRead<SettingsView>('/api/settings').data?.provinces ?? [value.province];
  const field = (fact: keyof Written, control: ReactNode, hint?: string) => (
    <FormField key={fact} label={labels[fact].label} constraintText={hint} errorText={wrong(fact)}>
      {control}
    </FormField>
  );
  const typed = (fact: Typed, hint?: string, inputMode?: InputProps['inputMode']) =>
    field(
      fact,
      <Input
        value={value[fact]}
        onChange={({ detail }) => set({ [fact]: detail.value })}
        {...(inputMode ? { inputMode } : {})}
        autoComplete={false}
      />,
      hint,
    );
  const chosen = (
    fact: 'province' | 'language' | 'sector',
    options: ChoiceProps['options'],
    filtered = false,
  ) =>
    field(
      fact,
      <Choice
        options={options}
        value={value[fact]}
        choose={(choice) => set({ [fact]: choice })}
        filtered={filtered}
      />,
    );
  const ticked = (fact: 'jht' | 'governmentPaid') => (
    <Checkbox
      key={fact}
      checked={value[fact]}
      onChange={({ detail }) => set({ [fact]: detail.checked })}
    >
      {labels[fact].label}
    </Checkbox>
  );
  const fields: Record<keyof Written, ReactNode> = {
    name: typed('name'),
    phone: typed('phone', texts.emptyHint, 'tel'),
    province: chosen(
      'province',
      provinces.map((name) => [name, name]),
      true,
    ),
    language: chosen('language', Object.entries(words.workerLanguage)),
    sector: chosen('sector', Object.entries(words.sector)),
    income: typed('income', texts.incomeHint, 'numeric'),
    jht: ticked('jht'),
    governmentPaid: ticked('governmentPaid'),
    group: typed('group', texts.emptyHint),
  };
  return <SpaceBetween size="s">{Object.values(fields)}</SpaceBetween>;
}

type ChoiceProps = Readonly<{
  options: readonly (readonly [value: string, label: string])[];
  value: string;
  choose(value: string): void;
  filtered?: boolean;
}>;

function Choice({ options, value, choose, filtered = false }: ChoiceProps) {
  return (
    <Select
      options={options.map(([each, label]) => ({ value: each, label }))}
      selectedOption={{ value, label: options.find(([each]) => each === value)?.[1] ?? value }}
      onChange={({ detail }) => choose(detail.selectedOption.value ?? value)}
      filteringType={filtered ? 'auto' : 'none'}
      expandToViewport
    />
  );
}
