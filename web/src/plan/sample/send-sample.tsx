import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { Sample, Sampled } from '#flows/messages/send-sample';
import { useFormats } from '../../shared/format.ts';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { useSend } from '../../shared/reading.ts';
import { useStepDescription } from '../../shared/step-name.ts';
import { textReasonIn } from '../../shared/text-reasons.ts';
import { wordsTexts } from '../../shared/words.ts';
import { textLanguages } from '../steps/step-texts.tsx';
import type { TextLanguage } from '../versions/changes.ts';
import { sendTexts } from './send-texts.ts';

type Chosen = Readonly<{ step: string; language: TextLanguage; phone: string }>;

/** Sends one text of the plan in force, not of the draft, to a trial phone: a real SMS. */
export function SendSample({ plan }: Readonly<{ plan: Plan }>) {
  const texts = useTexts(sendTexts);
  const { clock } = useFormats();
  const send = useSend<Sample, Sampled>((json) => ({
    method: 'POST',
    path: '/api/plan/test',
    json,
  }));
  const [chosen, choose] = useState<Chosen>({
    step: plan.steps[0]?.id ?? '',
    language: 'id',
    phone: '',
  });
  const phones = plan.onlyTo ?? [];
  const phone = phones.includes(chosen.phone) ? chosen.phone : (phones[0] ?? '');
  return (
    <div className="stack">
      <Header variant="h3" description={texts.means}>
        {texts.title}
      </Header>
      {phones.length === 0 ? (
        texts.noPhones
      ) : (
        <>
          <Choices plan={plan} chosen={{ ...chosen, phone }} choose={choose} />
          <div>
            <Button loading={send.isPending} onClick={() => send.mutate({ ...chosen, phone })}>
              {texts.send}
            </Button>
          </div>
        </>
      )}
      {send.error && (
        <Alert type="error" header={texts.failed}>
          {send.error.code === 'conflict' ? (
            texts.atNight(clock(plan.quietHours.from), clock(plan.quietHours.to))
          ) : (
            <Problem error={send.error} />
          )}
        </Alert>
      )}
      {send.data && <Outcome sampled={send.data} />}
    </div>
  );
}

type ChoicesProps = Readonly<{ plan: Plan; chosen: Chosen; choose: (chosen: Chosen) => void }>;

function Choices({ plan, chosen, choose }: ChoicesProps) {
  const texts = useTexts(sendTexts);
  const { workerLanguage } = useTexts(wordsTexts);
  const describe = useStepDescription();
  const { phone: phoneShown } = useFormats();
  const steps = plan.steps.map((step) => ({ value: step.id, label: describe(step) }));
  const written = plan.steps.find(({ id }) => id === chosen.step)?.texts ?? {};
  const languages = textLanguages
    .filter((each) => written[each])
    .map((value) => ({ value, label: workerLanguage[value] }));
  const phones = (plan.onlyTo ?? []).map((value) => ({ value, label: phoneShown(value) }));
  const fields = [
    { label: texts.step, field: 'step', options: steps },
    { label: texts.language, field: 'language', options: languages },
    { label: texts.phone, field: 'phone', options: phones },
  ] as const;
  return (
    <ColumnLayout columns={3}>
      {fields.map(({ label, field, options }) => (
        <FormField key={field} label={label}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === chosen[field]) ?? null}
            onChange={({ detail }) => choose({ ...chosen, [field]: detail.selectedOption.value })}
          />
        </FormField>
      ))}
    </ColumnLayout>
  );
}

function Outcome({ sampled }: Readonly<{ sampled: Sampled }>) {
  const texts = useTexts(sendTexts);
  const { language } = useLanguage();
  return (
    <Alert
      type={sampled.status === 'sent' ? 'success' : 'warning'}
      header={texts.outcome[sampled.status]}
    >
      “{sampled.text}”{'reason' in sampled && <div>{textReasonIn(language, sampled.reason)}</div>}
    </Alert>
  );
}
