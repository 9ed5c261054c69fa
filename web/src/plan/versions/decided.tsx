import { Button } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { usePlanCall } from '../editing/save.tsx';
import { versionsTexts } from './texts.ts';

export type Act = 'look' | 'restore' | 'approve';

type DecidedProps = Readonly<{
  act: 'restore' | 'approve';
  version: number;
  close: () => void;
  children: ReactNode;
}>;

export function Decided({ act, version, close, children }: DecidedProps) {
  const texts = useTexts(versionsTexts);
  const call = usePlanCall<number>(
    (number) => ({ method: 'POST', path: `/api/plan/${act}`, json: { version: number } }),
    close,
  );
  return (
    <AskedFirst
      title={texts[act === 'restore' ? 'restoreThis' : 'approveThis'](version)}
      size="large"
      close={close}
      failed={texts[act === 'restore' ? 'restoreFailed' : 'approveFailed']}
      error={call.error}
      isPending={call.isPending}
      buttons={
        <Button variant="primary" loading={call.isPending} onClick={() => call.send(version)}>
          {texts[act]}
        </Button>
      }
    >
      {children}
    </AskedFirst>
  );
}
