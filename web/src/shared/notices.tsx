import { Flashbar, type FlashbarProps } from '@cloudscape-design/components';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTexts } from './language.tsx';
import { sharedTexts } from './texts.ts';

type Notice = Readonly<{
  type: 'success' | 'info' | 'warning' | 'error';
  header?: string;
  content?: ReactNode;
  /** A button. */
  action?: ReactNode;
}>;
type Notices = Readonly<{
  notify(notice: Notice): void;
  items: readonly FlashbarProps.MessageDefinition[];
}>;

const NoticesContext = createContext<Notices>({ notify: () => undefined, items: [] });

/** `notify({type: 'success', content: texts.saved})` shows a message until it is dismissed. */
export const useNotify = (): Notices['notify'] => useContext(NoticesContext).notify;

export function WithNotices({ children }: Readonly<{ children: ReactNode }>) {
  const [items, setItems] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const notify = useCallback((notice: Notice) => {
    const id = crypto.randomUUID();
    const onDismiss = () => setItems((others) => others.filter((each) => each.id !== id));
    setItems((others) => [{ ...notice, id, dismissible: true, onDismiss }, ...others].slice(0, 5));
  }, []);
  const value = useMemo(() => ({ notify, items }), [notify, items]);
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

export function NoticesShown() {
  const dismissLabel = useTexts(sharedTexts).dismiss;
  return (
    <Flashbar items={useContext(NoticesContext).items.map((item) => ({ ...item, dismissLabel }))} />
  );
}
