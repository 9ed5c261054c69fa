import { StatusIndicator } from '@cloudscape-design/components';
import { useTexts } from '../language.tsx';
import { sharedTexts } from '../texts.ts';

export function Loading({ text }: Readonly<{ text?: string }>) {
  const texts = useTexts(sharedTexts);
  return (
    <div role="status">
      <StatusIndicator type="loading">{text ?? texts.loading}</StatusIndicator>
    </div>
  );
}
