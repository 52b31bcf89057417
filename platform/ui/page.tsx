// The main column of a page outside the cabinets.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface PageProps {
  children: ReactNode;
  /** `narrow` for sign-in, `wide` for public tables and maps. */
  width?: 'narrow' | 'text' | 'wide';
  /** Leaves room for the tab bar or for the main button of a step. */
  room?: 'tabs' | 'steps';
  gap?: '3' | '4' | '5';
}

export function Page({ children, width = 'text', room, gap = '4' }: PageProps) {
  const look = classNames(
    'page',
    'stack',
    width !== 'text' && `page--${width}`,
    room && `page--${room}`,
    gap !== '4' && `stack--${gap}`,
  );
  return (
    <main id="main" className={look} tabIndex={-1}>
      {children}
    </main>
  );
}

/** The main button of a step: at the bottom edge of a phone, under the form on wide screens. */
export function Composer({ children }: { children: ReactNode }) {
  return <div className="composer">{children}</div>;
}

/** `export const handle: PageHandle` of a route: which bars stand around the page on a phone. */
export interface PageHandle {
  /** `detail` brings its own `TopBar`; `step` also does without the tab bar. */
  chrome?: 'home' | 'detail' | 'step';
}
