// A page in plain words for every refusal: what did not work, what is safe, one button.
import { isFormState } from '@zhkh/kernel/errors';
import { ButtonLink } from './button.tsx';
import { Draft } from './draft.tsx';
import { Empty } from './notice.tsx';
import { isRouteErrorResponse, useRouteError } from './remix.tsx';
import { useWords } from './words.ts';

const KNOWN = [400, 401, 403, 404, 409, 413, 421, 429, 503];

export interface ErrorPageProps {
  status: number | 'offline';
  /** The server's own words, already translated. */
  message?: string;
  requestId?: string;
  home?: string;
}

export function ErrorPage({ status, message, requestId, home = '/' }: ErrorPageProps) {
  const t = useWords();
  const key = status === 'offline' || KNOWN.includes(status) ? String(status) : '500';
  const retry = status === 'offline' || status === 409 || status === 429 || status >= 500;
  return (
    <main id="main" className="errorpage" tabIndex={-1}>
      <Empty
        level="h1"
        title={t(`errorPage.${key}.title`)}
        action={
          retry ? (
            // oxlint-disable-next-line jsx-a11y/anchor-is-valid -- an empty address is this very page, whatever address it is shown under
            <a className="btn btn--main" href="">
              {t('retry')}
            </a>
          ) : (
            <ButtonLink kind="main" to={home} reloadDocument>
              {t('errorPage.home')}
            </ButtonLink>
          )
        }
      >
        {message ?? t(`errorPage.${key}.text`)}
      </Empty>
      {requestId && <p className="xs muted errorpage__id">{t('errorPage.request', { id: requestId })}</p>}
    </main>
  );
}

/** For `ErrorBoundary`: reads what was thrown. A failed fetch of a page without network is «offline». */
export function RouteErrorPage({ home }: { home?: string }) {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) {
    if (isFormState(error.data)) return <Draft state={error.data} />;
    const { code, message, requestId } = bodyOf(error.data);
    // What the platform says of a status in general stands on the page already; a module's own reason is worth more.
    const own = code && !code.startsWith('platform.') ? message : undefined;
    return <ErrorPage status={error.status} message={own} requestId={requestId} home={home} />;
  }
  const offline = typeof navigator !== 'undefined' && !navigator.onLine;
  return <ErrorPage status={offline ? 'offline' : 500} home={home} />;
}

/** A refusal thrown as JSON text arrives as a string when its content type was lost on the way. */
function bodyOf(data: unknown): { code?: string; message?: string; requestId?: string } {
  return typeof data === 'object' && data !== null ? data : {};
}
