// Buttons: a verb and an object. In flight the words change, the width stays, a second press does nothing.
import { type ComponentProps, type MouseEvent, type ReactNode, useContext } from 'react';
import { classNames } from './class-names.ts';
import { FormContext } from './form-state.tsx';
import { Icon } from './icon.tsx';
import { Link } from './remix.tsx';
import { useWords } from './words.ts';

/** `lamp` is the one amber button of the service; `main` stands once in a view; `no` refuses. */
export type ButtonKind = 'lamp' | 'main' | 'plain' | 'no' | 'quiet';

interface ButtonLook {
  kind?: ButtonKind;
  size?: 's' | 'm' | 'big';
  wide?: boolean;
  icon?: string;
  children: ReactNode;
}

function lookOf({ kind = 'plain', size = 'm', wide }: ButtonLook, className?: string): string {
  return classNames('btn', kind !== 'plain' && `btn--${kind}`, size !== 'm' && `btn--${size}`, wide && 'btn--wide', className);
}

export interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'children'> {
  /** Words while the form is on its way; «Отправляем…» by default. */
  pendingText?: string;
}

export function Button({ kind, size, wide, icon, children, pendingText, className, onClick, ...button }: ButtonProps) {
  const t = useWords();
  const form = useContext(FormContext);
  const submits = (button.type ?? 'submit') === 'submit';
  const busy = submits && form.pending;
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="submit"
      {...button}
      className={lookOf({ kind, size, wide, children }, className)}
      aria-disabled={busy || button.disabled ? true : undefined}
      data-pending={busy || undefined}
      onClick={guard}
    >
      {icon && <Icon name={icon} />}
      {busy ? (
        <span className="btn__swap">
          <span className="btn__text" aria-hidden="true">
            {children}
          </span>
          <span className="btn__pending">{pendingText ?? t('pending.send')}</span>
        </span>
      ) : (
        children
      )}
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook, Omit<ComponentProps<typeof Link>, 'children'> {}

export function ButtonLink({ kind, size, wide, icon, children, className, ...link }: ButtonLinkProps) {
  return (
    <Link {...link} className={lookOf({ kind, size, wide, children }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** An icon alone: always named. */
export function IconLink({ icon, label, to, dot }: { icon: string; label: string; to: string; dot?: boolean }) {
  return (
    <Link className="iconbtn" to={to} aria-label={label}>
      <Icon name={icon} />
      {dot && <span className="dot" />}
    </Link>
  );
}
