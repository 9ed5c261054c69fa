import { Alert, Button, Header } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { Sample, Sampled } from '#flows/messages/send-sample';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { useSend } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { textReasonIn } from '../../shared/words/text-reasons.ts';
import type { TextLanguage } from '../differences/facets.ts';
import { Choices } from './choices.tsx';
import { sendTexts } from './send-texts.ts';

export type Chosen = Readonly<{ step: string; language: TextLanguage; phone: string }>;

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
