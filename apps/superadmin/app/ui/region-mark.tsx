// A region in a list: its colour, its name as a link, its address.
import { Link } from '@remix-run/react';
import { CellSub } from '@zhkh/ui';

export interface RegionLook {
  slug: string;
  name: string;
  host: string;
  hue: number;
  chroma: number;
}

/** The colour as an attribute of a drawing: the content policy lets no inline style through. */
export function Swatch({ hue, chroma }: { hue: number; chroma: number }) {
  return (
    <svg width="12" height="28" viewBox="0 0 12 28" aria-hidden="true">
      <rect width="12" height="28" rx="3" fill={`oklch(.41 ${chroma} ${hue})`} />
    </svg>
  );
}

export function RegionMark({ slug, name, host, hue, chroma }: RegionLook) {
  return (
    <span className="row row--tight">
      <Swatch hue={hue} chroma={chroma} />
      <span>
        <Link to={`/regions/${slug}`}>{name}</Link>
        <CellSub>{host}</CellSub>
      </span>
    </span>
  );
}
