// Photos of a complaint or an answer; one stands large, several as squares. Each opens in full.
import { classNames } from './class-names.ts';
import { useWords } from './words.ts';

export interface PhotoShown {
  id: string;
  /** What is on it, when known. */
  alt?: string;
}

/** Photos are served at `/photos/:fileId`; `?size=thumb` is the small one. */
export function Photos({ photos, caption }: { photos: readonly PhotoShown[]; caption?: string }) {
  const t = useWords();
  if (photos.length === 0) return null;
  const single = photos.length === 1;
  return (
    <figure>
      <div className={classNames('photos', single && 'photos--one')}>
        {photos.map((photo, index) => (
          <a key={photo.id} href={`/photos/${photo.id}`} aria-label={photo.alt ?? t('photos.open', { n: index + 1 })}>
            <img src={`/photos/${photo.id}${single ? '' : '?size=thumb'}`} alt="" loading="lazy" />
          </a>
        ))}
      </div>
      {caption && <figcaption className="xs sub">{caption}</figcaption>}
    </figure>
  );
}
