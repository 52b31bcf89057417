// Saved views above a register: links to open them, forms to save, rename, share, remove and to choose the one it opens with.
import { Button, CheckCard, ChipLinks, Form, TextField, Toast } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { FormState } from '@zhkh/kernel/http.server';
import type { RegisterView } from '../queries/register-views.server.ts';

export interface ViewsData {
  views: RegisterView[];
  /** Of the page as it is. */
  queryText: string;
  view: string | null;
  removed: string | null;
}

interface Props extends ViewsData {
  base: string;
  state: FormState | undefined;
}

export function RegisterViews({ base, views, queryText, view, removed, state }: Props) {
  const { t } = useTranslation('directory');
  const current = views.find((one) => one.id === view);
  const links = [
    { to: `${base}?view=all`, label: t('views.all'), current: !current && queryText === '' },
    ...views.map((one) => ({
      to: `${base}?${[one.query, `view=${one.id}`].filter(Boolean).join('&')}`,
      label: one.own ? one.name : t('views.colleague', { name: one.name }),
      current: one.id === view,
    })),
  ];
  return (
    <section className="stack stack--2" aria-label={t('views.title')}>
      <ChipLinks label={t('views.title')} links={links} />
      <div className="row row--wrap viewtools">
        <SaveView key={view ?? queryText} queryText={queryText} state={current ? undefined : state} />
        {current?.own && <ChangeView view={current} state={state} />}
        {current && <UsualView view={current} />}
      </div>
      {removed && (
        <Toast
          action={
            <Form intent="restore">
              <input type="hidden" name="viewId" value={removed} />
              <Button kind="quiet" size="s">
                {t('views.restore')}
              </Button>
            </Form>
          }
        >
          {t('views.removed')}
        </Toast>
      )}
    </section>
  );
}

function SaveView({ queryText, state }: { queryText: string; state: FormState | undefined }) {
  const { t } = useTranslation('directory');
  return (
    <details className="foldform" open={state?.ok === false}>
      <summary>{t('views.save')}</summary>
      <Form intent="save" state={state}>
        <input type="hidden" name="query" value={queryText} />
        <TextField name="name" label={t('views.name')} help={t('views.nameHelp')} />
        <CheckCard name="shared" value="yes" label={t('views.share')} note={t('views.shareNote')} />
        <Button kind="main">{t('views.saveIt')}</Button>
      </Form>
    </details>
  );
}

function ChangeView({ view, state }: { view: RegisterView; state: FormState | undefined }) {
  const { t } = useTranslation('directory');
  return (
    <>
      <details className="foldform">
        <summary>{t('views.change')}</summary>
        <Form key={view.id} intent="change" state={state}>
          <input type="hidden" name="viewId" value={view.id} />
          <TextField name="name" label={t('views.name')} defaultValue={view.name} />
          <CheckCard
            name="shared"
            value="yes"
            label={t('views.share')}
            note={t('views.shareNote')}
            defaultChecked={view.shared}
          />
          <Button kind="main">{t('views.changeIt')}</Button>
        </Form>
      </details>
      <Form intent="remove">
        <input type="hidden" name="viewId" value={view.id} />
        <Button kind="quiet" size="s">
          {t('views.remove')}
        </Button>
      </Form>
    </>
  );
}

function UsualView({ view }: { view: RegisterView }) {
  const { t } = useTranslation('directory');
  return (
    <Form intent="usual">
      <input type="hidden" name="viewId" value={view.usual ? 'none' : view.id} />
      <Button kind="quiet" size="s">
        {t(view.usual ? 'views.notUsual' : 'views.usual')}
      </Button>
    </Form>
  );
}
