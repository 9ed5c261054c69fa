import { createContext, type ReactNode, useContext } from 'react';
import { localDate } from '#domain/calendar/dates';
import type { Role } from '#triggers';
import { Loaded } from './loading/loaded.tsx';
import { Centered } from './page/centered.tsx';
import { useRead } from './reading.ts';

/** Who is signed in, and the server's time: the browser's clock may be wrong. */
export type Me = Readonly<{ name: string; roles: readonly Role[]; now: string }>;

const MeContext = createContext<Me>({ name: '', roles: [], now: '' });
export const useMe = (): Me => useContext(MeContext);

/** Today in Jakarta, `YYYY-MM-DD`. */
export const useToday = (): string => localDate('Asia/Jakarta', useMe().now);

export function WithMe({ children }: Readonly<{ children: ReactNode }>) {
  const me = useRead<Me>('/api/me');
  if (me.data) return <MeContext value={me.data}>{children}</MeContext>;
  return (
    <Centered>
      <Loaded query={me}>{() => null}</Loaded>
    </Centered>
  );
}
