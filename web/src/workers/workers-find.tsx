import {
  Button,
  Container,
  FormField,
  Header,
  Input,
  SpaceBetween,
} from '@cloudscape-design/components';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Found, Sought } from '#flows/people/show-workers';
import { addressOf } from '../shared/addresses.ts';
import type { ApiError } from '../shared/api.ts';
import { useTexts } from '../shared/language.tsx';
import { Failed } from '../shared/loading/failed.tsx';
import { useProblemText } from '../shared/problems/problem-text.ts';
import { useSend } from '../shared/reading.ts';
import { soughtBy } from '../shared/sought.ts';
import { findTexts } from './find-texts.ts';
import { FoundWorkers } from './found.tsx';

/** The input stays in this component: no phone or NIK enters an address, history or storage. */
export function FindWorker() {
  const texts = useTexts(findTexts);
  const [text, setText] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const navigate = useNavigate();
  const find = useSend<Sought, Found>((json) => ({
    method: 'POST',
    path: '/api/workers/find',
    json,
  }));
  const wrong = useWrong(find.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsEmpty(text.trim() === '');
    if (text.trim() === '') return find.reset();
    const toTheOne = ({ items: [first, ...others] }: Found) => {
      if (first && others.length === 0) void navigate(addressOf('worker', { id: first.workerId }));
    };
    find.mutate(soughtBy(text), { onSuccess: toTheOne });
  };
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{texts.title}</Header>}>
        <form onSubmit={submit} autoComplete="off">
          <SpaceBetween size="s">
            <FormField
              label={texts.label}
              description={texts.description}
              errorText={isEmpty ? texts.empty : wrong}
            >
              <Input
                value={text}
                onChange={({ detail }) => setText(detail.value)}
                autoComplete={false}
                autoFocus
                type="search"
              />
            </FormField>
            <Button variant="primary" formAction="submit" loading={find.isPending}>
              {texts.submit}
            </Button>
          </SpaceBetween>
        </form>
      </Container>
      {find.error && !wrong && <Failed title={texts.failed} error={find.error} />}
      {find.data && <FoundWorkers {...find.data} none={texts.none.text} />}
    </SpaceBetween>
  );
}

/** The API's issue with the only field. */
function useWrong(error: ApiError | null): string | undefined {
  const said = useProblemText();
  const texts = useTexts(findTexts);
  if (error?.code === 'not-found') return texts.noSuchId;
  const issue = error?.issues.find(({ path }) => path !== '');
  if (issue?.code === 'phone-none') return texts.noNumber;
  return issue && `${issue.path === 'nik' ? 'NIK' : texts.phone}: ${said(issue)}.`;
}
