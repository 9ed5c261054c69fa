import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DateInput from '@cloudscape-design/components/date-input';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';

type TokenListProps = Readonly<{
  items: readonly string[];
  set: (items: readonly string[]) => void;
  texts: Readonly<{ add: string; field: string; remove: (item: string) => string; none: string }>;
  /** How each is shown; as it is written if nothing is said. */
  shown?: (item: string) => string;
  isDate?: boolean;
}>;

/** A short list that is added to and taken from: phones, dates. */
export function TokenList({ items, set, texts, shown = String, isDate = false }: TokenListProps) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const item = isDate ? typed.replaceAll('/', '-') : typed.trim();
    if (item !== '' && !items.includes(item)) set([...items, item]);
    setTyped('');
  };
  const field = {
    ...{ value: typed, ariaLabel: texts.field },
    onChange: ({ detail }: Readonly<{ detail: Readonly<{ value: string }> }>) => setTyped(detail.value),
    onKeyDown: ({ detail }: Readonly<{ detail: Readonly<{ key: string }> }>) => detail.key === 'Enter' && add(),
  };
  return (
    <SpaceBetween size="xs">
      {items.length === 0 ? (
        <Box color="text-body-secondary">{texts.none}</Box>
      ) : (
        <TokenGroup
          disableOuterPadding
          limit={12}
          items={items.map((item) => ({ label: shown(item), dismissLabel: texts.remove(shown(item)) }))}
          onDismiss={({ detail }) => set(items.filter((_, at) => at !== detail.itemIndex))}
        />
      )}
      <SpaceBetween direction="horizontal" size="xs">
        {isDate ? (
          <DateInput {...field} format="iso" placeholder="2027-03-10" />
        ) : (
          <Input {...field} type="text" placeholder={texts.field} />
        )}
        <Button iconName="add-plus" onClick={add}>
          {texts.add}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}
