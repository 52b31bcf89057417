// A message on the page; and the small «did not load» form with one button.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Windows } from './windows.tsx';

export interface NoticeProps {
  tone?: 'info' | 'soon' | 'late' | 'ok';
  /** The first, bold words: «Письмо не дошло.» */
  title?: string;
  children?: ReactNode;
  icon?: string;
  action?: ReactNode;
  /** Appeared after something the person did: said aloud. */
  live?: boolean;
}

const ICONS = { info: 'info', soon: 'clock', late: 'triangle', ok: 'check' } as const;

export function Notice({ tone = 'info', title, children, icon, action, live }: NoticeProps) {
  const role = live ? (tone === 'late' ? 'alert' : 'status') : undefined;
  return (
    <div className={classNames('notice', tone !== 'info' && `notice--${tone}`)} role={role}>
      <Icon name={icon ?? ICONS[tone]} />
      <div className="grow">
        {title && <b>{title}</b>} {children}
      </div>
      {action}
    </div>
  );
}

/** Nothing here yet: what will be here and the first step, under three windows. */
export function Empty({
  title,
  children,
  action,
  level: Heading = 'h2',
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  level?: 'h2' | 'h1';
}) {
  return (
    <div className="empty">
      <Windows lit={3} hidden />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** A part that did not load: what is safe, and one button. */
export function LoadFailed({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="card row" role="alert">
      <Icon name="triangle" />
      <p className="small grow">
        <b>{title}</b> {children}
      </p>
      {action}
    </div>
  );
}
