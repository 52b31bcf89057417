// What the forms of a register's page do with saved views; where the person goes afterwards.
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { z } from 'zod';
import type { RegisterName } from '../domain/register-query.ts';
import { companyRegisterQuery, isQueryOf, registerQuery } from '../domain/register-query.ts';
import { registerViews } from '../queries/register-views.server.ts';
import { changeRegisterView } from './change-register-view.server.ts';
import { chooseDefaultView } from './choose-default-view.server.ts';
import { removeRegisterView } from './remove-register-view.server.ts';
import { saveRegisterView } from './save-register-view.server.ts';

const name = z.string().trim().min(1).max(80);
const shared = z.literal('yes').optional();
const viewId = z.uuid();

export const viewForms = {
  save: z.strictObject({ name, shared, query: z.string().max(2000).default('') }),
  change: z.strictObject({ viewId, name, shared }),
  remove: z.strictObject({ viewId }),
  restore: z.strictObject({ viewId }),
  usual: z.strictObject({ viewId: z.union([viewId, z.literal('none')]) }),
};

type Form = { [K in keyof typeof viewForms]: { intent: K } & z.output<(typeof viewForms)[K]> }[keyof typeof viewForms];

const schemas = { houses: registerQuery, companies: companyRegisterQuery };

/** The query string of the page to show next. */
export async function actOnRegisterView(ctx: Context, register: RegisterName, form: Form): Promise<string> {
  switch (form.intent) {
    case 'save': {
      if (!isQueryOf(schemas[register], form.query)) throw invalid('directory.bad-view');
      const { name: title, query } = form;
      return opened(ctx, register, await saveRegisterView(ctx, { register, name: title, query, shared: form.shared === 'yes' }));
    }
    case 'change':
      await changeRegisterView(ctx, { viewId: form.viewId, name: form.name, shared: form.shared === 'yes' });
      return opened(ctx, register, form.viewId);
    case 'remove':
      await removeRegisterView(ctx, { viewId: form.viewId, back: false });
      return `view=all&removed=${form.viewId}`;
    case 'restore':
      await removeRegisterView(ctx, { viewId: form.viewId, back: true });
      return opened(ctx, register, form.viewId);
    default: {
      const chosen = form.viewId === 'none' ? null : form.viewId;
      await chooseDefaultView(ctx, { register, viewId: chosen });
      return chosen ? opened(ctx, register, chosen) : 'view=all';
    }
  }
}

async function opened(ctx: Context, register: RegisterName, id: string): Promise<string> {
  const view = (await registerViews(ctx, register)).find((one) => one.id === id);
  return [view?.query, `view=${id}`].filter(Boolean).join('&');
}
