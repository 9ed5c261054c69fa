import type { ReactNode } from 'react';
import './said.css';

/** The words of a text, apart from ours. */
export const Said = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div>
    <q className="said">{children}</q>
  </div>
);
