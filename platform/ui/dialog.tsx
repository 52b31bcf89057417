// A native dialog before something that cannot be undone.
// Its state lives in the URL, so it opens without JavaScript too.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useNavigate } from './remix.tsx';

export interface DialogProps {
  /** The page's loader decides, by `?dialog=…`. */
  open: boolean;
  /** Where «no» and Escape lead: the same page without the parameter. */
  closeTo: string;
  /** A question: «Вернуть 120 баллов?» */
  title: string;
  children: ReactNode;
}

export function Dialog({ open, closeTo, title, children }: DialogProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const dialog = box.current;
    if (!open || !dialog) return;
    // The server's HTML holds it open for those without JavaScript; showModal wants it closed first.
    dialog.removeAttribute('open');
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      className="dialog stack stack--3"
      open
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        navigate(closeTo, { preventScrollReset: true });
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
