// The sheets of the profile page.
import { useAuthWords } from '@zhkh/ui/auth';
import { Button, ButtonLink, Card, DefinitionList, Form, Notice, Select, TextField, useFormat } from '@zhkh/ui';

interface Profile {
  name: string;
  phone: string | null;
  email: string | null;
  locale: 'ru' | 'en';
}

export function ProfileCard({ profile, state }: { profile: Profile; state: unknown }) {
  const t = useAuthWords();
  const saved = typeof state === 'object' && state !== null && 'saved' in state;
  const login = profile.phone ? { name: t('me.phone'), value: profile.phone } : { name: t('me.email'), value: profile.email };
  return (
    <Card label={t('me.title')}>
      {saved && (
        <Notice tone="ok" live>
          {t('me.saved')}
        </Notice>
      )}
      <DefinitionList pairs={[login]} left />
      <Form state={state} intent="profile">
        <TextField
          name="name"
          label={t('me.name')}
          help={t('me.name-help')}
          autoComplete="name"
          optional
          defaultValue={profile.name}
        />
        <Select
          name="locale"
          label={t('me.language')}
          options={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          defaultValue={profile.locale}
        />
        <Button kind="main">{t('me.save')}</Button>
      </Form>
    </Card>
  );
}

export function ConsentCard({ givenAt, version }: { givenAt: string | null; version: string }) {
  const t = useAuthWords();
  const format = useFormat();
  if (!givenAt) {
    return (
      <Card>
        <h2>{t('me.consent')}</h2>
        <p>{t('me.consent-none')}</p>
        <ButtonLink to="/consent?next=/me">{t('consent.give')}</ButtonLink>
      </Card>
    );
  }
  return (
    <Card>
      <h2>{t('me.consent')}</h2>
      <p>{t('me.consent-given', { date: format.shortDateTime(givenAt), version })}</p>
      <Form intent="withdraw">
        <p className="small sub">{t('me.withdraw-help')}</p>
        <Button kind="no">{t('me.withdraw')}</Button>
      </Form>
      <p>
        <a href="/me/data" download>
          {t('me.data-download')}
        </a>
      </p>
    </Card>
  );
}

interface Organisation {
  id: string;
  organisationName: string;
  isCurrent: boolean;
}

export function OrganisationsCard({ organisations }: { organisations: readonly Organisation[] }) {
  const t = useAuthWords();
  return (
    <Card>
      <h2>{t('me.organisations')}</h2>
      <ul className="stack stack--2">
        {organisations.map((one) => (
          <li key={one.id} className="row">
            <span className="grow">{one.organisationName}</span>
            {one.isCurrent ? (
              <span className="small sub">{t('me.current')}</span>
            ) : (
              <Form intent="switch" className="">
                <input type="hidden" name="membership" value={one.id} />
                <Button size="s">{t('me.switch')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
