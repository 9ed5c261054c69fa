import Input from '@cloudscape-design/components/input';
import { useState } from 'react';

type NumberProps = Readonly<{
  value: number;
  onChange: (value: number) => void;
  suffix?: string;
}>;

/** A number in a field. What is no number yet (`-`, nothing at all) may be typed, and is forgotten when one leaves the field. */
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
