// Turns a request into what the steps of sign-in take, and an outcome of a step into a response.
import { data, redirect } from '@remix-run/node';
import type { ControlRequest, Step } from '../auth/index.server.ts';

type Input = Pick<ControlRequest, 'runtime' | 'http' | 'request'> & { control: { t(key: string): string } };

export function stepRequest(app: ControlRequest['app'], { runtime, http, request, control }: Input): ControlRequest {
  return { runtime, http, request, app, product: control.t('platform:product') };
}

export function stepAnswer(step: Step) {
  const headers = new Headers();
  for (const cookie of step.cookies) headers.append('Set-Cookie', cookie);
  if ('to' in step) return redirect(step.to, { headers });
  if ('options' in step) return data({ options: step.options }, { headers });
  return data({ codes: step.codes, next: step.next }, { headers });
}
