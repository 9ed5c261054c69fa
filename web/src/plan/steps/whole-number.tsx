import { Input } from '@cloudscape-design/components';
import { useState } from 'react';

type NumberProps = Readonly<{
  value: number;
  onChange: (value: number) => void;
  suffix?: string;
}>;

/** A number field. An unfinished number (`-`, empty) may be typed; leaving the field drops it. */
export function WholeNumber({ value, onChange, suffix }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      type="number"
      step={1}
      value={typed ?? String(value)}
      suffix={suffix}
      onBlur={() => setTyped(null)}
      onChange={({ detail }) => {
        const number = Number(detail.value);
        const isNumber = detail.value.trim() !== '' && Number.isFinite(number);
        setTyped(isNumber ? null : detail.value);
        if (isNumber) onChange(number);
      }}
    />
  );
}
