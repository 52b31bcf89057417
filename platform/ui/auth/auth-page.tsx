// The sheet every sign-in page is: one heading, one thing to do, quiet ways around it below.
import type { ReactNode } from 'react';
import { Page } from '../page.tsx';

export interface AuthPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Other ways: another kind of sign-in, another number. */
  foot?: ReactNode;
  /** Leaves room for the tab bar of signed-in residents. */
  room?: 'tabs';
}

export function AuthPage({ title, lead, children, foot, room }: AuthPageProps) {
  return (
    <Page width="narrow" room={room}>
      <header className="stack stack--2">
        <h1>{title}</h1>
        {lead && <p className="sub">{lead}</p>}
      </header>
      {children}
      {foot && <footer className="stack stack--2">{foot}</footer>}
    </Page>
  );
}
