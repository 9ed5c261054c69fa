import { Alert, Button, Container, Header } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { Sample, Sampled } from '#flows/messages/send-sample';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { useSend } from '../../shared/reading.ts';
import { textReasonIn } from '../../shared/words/text-reasons.ts';
import type { TextLanguage } from '../differences/facets.ts';
import { Choices } from './choices.tsx';
import { sendTexts } from './send-texts.ts';

export type Chosen = Readonly<{ step: string; language: TextLanguage; phone: string }>;

type SendSampleProps = Readonly<{ plan: Plan; phones: Plan['testPhones'] }>;

/** Sends one text of the draft as it stands to a phone for samples of the plan in force. */
export function SendSample({ plan, phones }: SendSampleProps) {
  const texts = useTexts(sendTexts);
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
  const step = plan.steps.some(({ id }) => id === chosen.step) ? chosen.step : plan.steps[0]?.id;
  const phone = phones.includes(chosen.phone) ? chosen.phone : (phones[0] ?? '');
  const now = { ...chosen, step: step ?? '', phone };
  return (
    <Container
      header={
        <Header variant="h2" description={texts.means}>
          {texts.title}
        </Header>
      }
    >
      <div className="stack">
        {phones.length === 0 ? (
          <div>
            {texts.noPhones} <PageLink page="settings">{texts.toSettings}</PageLink>
          </div>
        ) : (
          <>
            <Choices {...{ plan, phones, chosen: now, choose }} />
            <div>
              <Button loading={send.isPending} onClick={() => send.mutate({ ...now, plan })}>
                {texts.send}
              </Button>
            </div>
          </>
        )}
        {send.error && (
          <Alert type="error" header={texts.failed}>
            <Problem error={send.error} />
          </Alert>
        )}
        {send.data && <Outcome sampled={send.data} />}
      </div>
    </Container>
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
