import { Button, Input, SpaceBetween, TokenGroup } from '@cloudscape-design/components';
import { useState } from 'react';
import { isDate } from '#domain/calendar/dates';
import { DateField } from '../shared/days/date-field.tsx';
import { Note } from '../shared/page/note.tsx';

type TokenListProps = Readonly<{
  items: readonly string[];
  set: (items: readonly string[]) => void;
  texts: Readonly<{ add: string; field: string; remove: (item: string) => string; none: string }>;
  /** How an item is shown. */
  shown: (item: string) => string;
  ofDates?: boolean;
}>;

/** A short list to add to and remove from: phones, dates. */
export function TokenList({ items, set, texts, shown, ofDates = false }: TokenListProps) {
  const [typed, setTyped] = useState('');
  // A half-typed date is not added.
  const item = ofDates && !isDate(typed) ? '' : typed.trim();
  const add = () => {
    if (item === '') return;
    if (!items.includes(item)) set([...items, item]);
    setTyped('');
  };
  return (
    <SpaceBetween size="xs">
      {items.length === 0 ? (
        <Note>{texts.none}</Note>
      ) : (
        <TokenGroup
          disableOuterPadding
          limit={12}
          items={items.map((each) => ({
            label: shown(each),
            dismissLabel: texts.remove(shown(each)),
          }))}
          onDismiss={({ detail }) => set(items.filter((_, at) => at !== detail.itemIndex))}
        />
      )}
      <SpaceBetween direction="horizontal" size="xs">
        {ofDates ? (
          <DateField value={typed} label={texts.field} set={setTyped} isUnlabelled />
        ) : (
          <TextField value={typed} label={texts.field} set={setTyped} add={add} />
        )}
        <Button iconName="add-plus" onClick={add}>
          {texts.add}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}

type FieldProps = Readonly<{
  value: string;
  label: string;
  set: (value: string) => void;
  add: () => void;
}>;

const TextField = ({ value, label, set, add }: FieldProps) => (
  <Input
    value={value}
    ariaLabel={label}
    onChange={({ detail }) => set(detail.value)}
    onKeyDown={({ detail }) => detail.key === 'Enter' && add()}
  />
);
