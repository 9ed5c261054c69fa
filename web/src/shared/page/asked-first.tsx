import {
  Alert,
  Box,
  Button,
  Modal,
  type ModalProps,
  SpaceBetween,
} from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ApiError } from '../api.ts';
import { useTexts } from '../language.tsx';
import { Problem } from '../loading/failed.tsx';
import { sharedTexts } from '../texts.ts';

export type Asked = Readonly<{
  title: string;
  close: () => void;
  /** Buttons besides the one that goes back. */
  buttons: ReactNode;
  /** What failed, as the title above the reason. */
  failed?: string;
  error?: ApiError | null;
  size?: ModalProps.Size;
  /** Cannot be closed before the outcome is known. */
  isPending?: boolean;
  children: ReactNode;
}>;

/** A dialog that asks before something is done that others notice. */
export function AskedFirst({
  title,
  close,
  buttons,
  failed,
  error = null,
  size = 'medium',
  isPending = false,
  children,
}: Asked) {
  const texts = useTexts(sharedTexts);
  return (
    <Modal
      visible
      header={title}
      size={size}
      onDismiss={() => isPending || close()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close} disabled={isPending}>
              {texts.back}
            </Button>
            {buttons}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {error && (
          <Alert type="error" header={failed}>
            <Problem error={error} />
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  );
}
