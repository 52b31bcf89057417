// Who may do what in the region: role by role, module by module, in the words of the manifests. Read only.
import { useLoaderData } from '@remix-run/react';
import { rolePermissions } from '@zhkh/kernel/runtime.server';
import { Card, CardColumns, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { read } from '../../http.server.ts';

export const loader = read({ can: 'platform.see-roles' }, ({ ctx, runtime }) => {
  const titleOf = (module: string) => ctx.t(runtime.registry.byId(module)?.title ?? 'portal:roles.platform');
  return {
    title: ctx.t('portal:roles.title'),
    roles: rolePermissions(runtime.registry, ctx.modules).map(({ role, modules }) => ({
      role,
      modules: modules.map(({ module, permissions }) => ({
        module,
        title: titleOf(module),
        may: permissions.map((one) => ctx.t(one.title)),
      })),
    })),
  };
});

export const meta = pageTitle;

export default function Roles() {
  const { t } = useTranslation('portal');
  const { roles } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={t('roles.title')} sub={t('roles.sub')} />
      <CardColumns>
        {roles.map(({ role, modules }) => (
          <Card key={role}>
            <h2>{t(`roles.${role}`)}</h2>
            {modules.map(({ module, title, may }) => (
              <div key={module}>
                <h3>{title}</h3>
                <ul>
                  {may.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </div>
            ))}
          </Card>
        ))}
      </CardColumns>
    </div>
  );
}
