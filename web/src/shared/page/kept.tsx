import './kept.css';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';

/**
 * `shown` is for whichever layout has a place for it, `kept` stands behind them all: what somebody
 * has half typed and which dialog is open outlives a phone that is turned, which swaps layouts.
 */
export function useKept(children: ReactNode): Readonly<{ shown: ReactNode; kept: ReactNode }> {
  const [{ element, into }] = useState(keptElement);
  return {
    shown: children ? <div className="kept" ref={into} /> : children,
    kept: createPortal(children, element),
  };
}

function keptElement() {
  const element = document.createElement('div');
  element.className = 'kept';
  return { element, into: (place: HTMLElement | null) => place?.append(element) };
}
