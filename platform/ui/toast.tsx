// A short message after a deed, with a way back; goes after six seconds, stays while it has the focus.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface ToastProps {
  children: ReactNode;
  /** «Отменить»: a link or a form's button. */
  action?: ReactNode;
  /** Stands in the page (kit, no JavaScript). */
  still?: boolean;
}

const SIX_SECONDS = 6000;

export function Toast({ children, action, still }: ToastProps) {
  const [gone, setGone] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (still) return;
    const timer = setInterval(() => {
      const used = box.current?.matches(':hover, :focus-within');
      if (!used) setGone(true);
    }, SIX_SECONDS);
    return () => clearInterval(timer);
  }, [still]);
  if (gone) return null;
  return (
    <div ref={box} className={classNames('toast', still && 'toast--still')} role="status">
      <Icon name="check" />
      <span className="grow">{children}</span>
      {action}
    </div>
  );
}
