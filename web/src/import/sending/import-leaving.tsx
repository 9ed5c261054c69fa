import { Box, Button, Modal, SpaceBetween } from '@cloudscape-design/components';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../../shared/language.tsx';
import { leaveTexts } from './leave-texts.ts';

/** Asks before leaving: a dialog within the console, the browser's own for all else. */
export function LeavingGuard({ isOn }: Readonly<{ isOn: boolean }>) {
  const texts = useTexts(leaveTexts);
  // The page itself writes the import into its address once the file has arrived.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isOn && nextLocation.pathname !== currentLocation.pathname,
  );
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isOn]);
  if (blocker.state !== 'blocked') return null;
  const buttons = (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={blocker.proceed}>
          {texts.go}
        </Button>
        <Button variant="primary" onClick={blocker.reset}>
          {texts.stay}
        </Button>
      </SpaceBetween>
    </Box>
  );
  return (
    <Modal visible header={texts.title} footer={buttons} onDismiss={blocker.reset}>
      {texts.text}
    </Modal>
  );
}
