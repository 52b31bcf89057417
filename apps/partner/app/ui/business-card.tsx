// The business as residents will see it, or the invitation to tell about it.
import { ButtonLink, Card, CardHead, DefinitionList, Empty } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

interface Profile {
  name: string;
  inn: string;
  address: string;
  phone: string;
  openingHours: string;
  about: string;
}

export function BusinessCard({ profile }: { profile: Profile | null }) {
  const { t } = useTranslation('partner');
  if (!profile) {
    return (
      <Card>
        <Empty
          title={t('home.profile-none')}
          action={
            <ButtonLink kind="main" to="/profile">
              {t('home.fill')}
            </ButtonLink>
          }
        >
          {t('home.profile-none-why')}
        </Empty>
      </Card>
    );
  }
  const pairs = [
    { name: t('profile.inn'), value: profile.inn },
    { name: t('profile.address'), value: profile.address },
    { name: t('profile.phone'), value: profile.phone },
    { name: t('profile.hours'), value: profile.openingHours },
    { name: t('profile.about'), value: profile.about },
  ];
  return (
    <Card>
      <CardHead title={profile.name} link={{ to: '/profile', label: t('home.edit') }} />
      <DefinitionList left pairs={pairs.filter((pair) => pair.value !== '')} />
    </Card>
  );
}
