// Without JavaScript a form's answer and the page's data come in one response: the loader runs right after the action,
// still with the browser's old cookies. A session the action has just renewed looks gone to it.
export function followsAction(request: Request): boolean {
  return request.headers.has('content-type');
}
