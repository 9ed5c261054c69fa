import { Button, SpaceBetween } from '@cloudscape-design/components';
import { Resolve } from '../../attention/resolve.tsx';
import { useTexts } from '../../shared/language.tsx';
import { matchTexts } from '../resolve/match-texts.ts';
import { reverseTexts } from '../resolve/reverse-texts.ts';
import { isReversed, nameOf, type Shown } from './shown.ts';

type Of = Readonly<{ payment: Shown }>;

export type Act = (what: 'reverse' | 'match', payment: Shown) => void;

export function Actions({ payment, act }: Of & Readonly<{ act: Act }>) {
  const { kind, id } = payment;
  const isOver = isReversed(payment);
  if (isOver && kind !== 'flagged') return '–';
  return (
    <SpaceBetween size="s" direction="horizontal">
      {kind === 'flagged' && id && <Resolve kind={kind} id={id} about={nameOf(payment)} />}
      {payment.status === 'unmatched' && <Does what="match" payment={payment} act={act} />}
      {!isOver && <Does what="reverse" payment={payment} act={act} />}
    </SpaceBetween>
  );
}

function Does({ what, payment, act }: Of & Readonly<{ what: Parameters<Act>[0]; act: Act }>) {
  const texts = useTexts<Readonly<{ action: string; of(payment: string): string }>>(
    what === 'match' ? matchTexts : reverseTexts,
  );
  return (
    <Button
      variant="inline-link"
      wrapText={false}
      ariaLabel={texts.of(nameOf(payment))}
      onClick={() => act(what, payment)}
    >
      {texts.action}
    </Button>
  );
}
