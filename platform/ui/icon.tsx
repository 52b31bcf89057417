// Own line icons: `aria-hidden` beside words; give `label` where an icon stands alone.
import { classNames } from './class-names.ts';
import { type IconName, iconShapes, isIconName } from './icon-shapes.ts';

export interface IconProps {
  /** An unknown name (from a module's navigation) is drawn as `document`. */
  name: IconName | (string & {});
  size?: 's' | 'm' | 'l';
  label?: string;
}

export function Icon({ name, size = 'm', label }: IconProps) {
  const known = isIconName(name) ? name : 'document';
  const named = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg className={classNames('i', size !== 'm' && `i--${size}`)} viewBox="0 0 24 24" {...named}>
      <path d={iconShapes[known]} />
      {known === 'half' && <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />}
    </svg>
  );
}
