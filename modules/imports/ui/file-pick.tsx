// One file of an import form.
import { Field, useField } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export function FilePick({ accept }: { accept: string }) {
  const { t } = useTranslation('imports');
  const { id, error, fileProblems, describedBy } = useField('file');
  return (
    <Field id={id} label={t('runs.file')} error={error ?? fileProblems[0]}>
      <input
        id={id}
        className="input"
        type="file"
        name="file"
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(false)}
      />
    </Field>
  );
}
