import { Container, Header } from '@cloudscape-design/components';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { callerTexts } from './caller-texts.ts';
import { useMoneySaid } from './money-said.ts';
import { useTextsSaid } from './texts-said.ts';

/** Sentences for the phone, each from what the API says of the worker. */
export function ForTheCaller({ worker }: Readonly<{ worker: WorkerView }>) {
  const texts = useTexts(callerTexts);
  const sentences = [useMoneySaid(worker), ...useTextsSaid(worker)];
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description={texts.means}>
          {texts.title}
        </Header>
      }
    >
      <ul className="to-say">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Container>
  );
}
