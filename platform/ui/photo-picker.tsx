// Photos for a form: a native file input; with JavaScript also previews, removal and checks before sending.
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { Field, FieldError } from './field.tsx';
import { useField } from './form-state.tsx';
import { Icon } from './icon.tsx';
import { sortPhotos } from './photo-checks.ts';
import { useWords } from './words.ts';

export interface PhotoPickerProps {
  name: string;
  label: string;
  max?: number;
  maxMegabytes?: number;
  optional?: boolean;
}

export function PhotoPicker({ name, label, max = 5, maxMegabytes = 12, optional }: PhotoPickerProps) {
  const t = useWords();
  const { id, error, fileProblems, describedBy } = useField(name);
  const input = useRef<HTMLInputElement>(null);
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const sorted = sortPhotos(photos, [...(event.currentTarget.files ?? [])], { max, maxMegabytes });
    setRefused(sorted.refused.map((one) => t(`photos.${one.reason}`, { name: one.name, max, size: maxMegabytes })));
    keep(sorted.taken);
  };
  const keep = (next: readonly File[]) => {
    setPhotos(next);
    if (!input.current) return;
    const list = new DataTransfer();
    for (const photo of next) list.items.add(photo);
    input.current.files = list.files;
  };

  return (
    <Field id={id} label={label} optional={optional} error={error} help={t('photos.help', { max, size: maxMegabytes })}>
      <div className="picker">
        {[...fileProblems, ...refused].map((message) => (
          <FieldError key={message}>{message}</FieldError>
        ))}
        <div className="picker__drop">
          <Icon name="camera" />
          <input
            ref={input}
            id={id}
            type="file"
            name={name}
            multiple
            accept="image/jpeg,image/png,image/webp"
            onChange={take}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(true)}
          />
        </div>
        {photos.length > 0 && <Previews photos={photos} onRemove={(gone) => keep(photos.filter((photo) => photo !== gone))} />}
      </div>
    </Field>
  );
}

function Previews({ photos, onRemove }: { photos: readonly File[]; onRemove: (photo: File) => void }) {
  const t = useWords();
  return (
    <ul className="picker__list">
      {photos.map((photo) => (
        <li key={`${photo.name} ${photo.size} ${photo.lastModified}`} className="picker__item">
          <Preview photo={photo} />
          <button type="button" aria-label={t('photos.remove', { name: photo.name })} onClick={() => onRemove(photo)}>
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ photo }: { photo: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return <img src={url} alt={photo.name} />;
}
