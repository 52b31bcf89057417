// Mounts bull-board beside Remix: pages, static files and API of it answer only to operators; support may look.
import type { ServerTools } from '@zhkh/kernel/http.server';
import { createBoard } from '@zhkh/kernel/worker.server';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { noteAction } from './app/commands/note-action.server.ts';

const BASE = '/queues/board';

/** The board names its own base and styles itself inline; scripts still come from this host only. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function mountBoard(server: Express, tools: ServerTools): void {
  const { config, log } = tools.runtime;
  const open = (readOnly: boolean) => createBoard({ config, log, basePath: BASE, readOnly }).router as RequestHandler;
  const boards = { full: open(false), readOnly: open(true) };
  server.use(BASE, guard(tools, boards));
}

/** Every request of the board passes here, its scripts and API too. */
function guard(tools: ServerTools, boards: { full: RequestHandler; readOnly: RequestHandler }): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    const control = await tools.control(req, res);
    if (!control) return void res.redirect(302, `/sign-in?next=${encodeURIComponent('/queues')}`);
    if (!control.permissions.has('platform.observe')) return void res.sendStatus(403);
    const mayChange = control.permissions.has('platform.operate');
    const isChange = req.method !== 'GET' && req.method !== 'HEAD';
    if (isChange && !mayChange) return void res.sendStatus(403);
    if (isChange)
      await noteAction(control, { action: 'queue.changed', subject: `${req.method} ${req.path}`.slice(0, 200), region: null });
    res.setHeader('Content-Security-Policy', POLICY);
    (mayChange ? boards.full : boards.readOnly)(req, res, next);
  };
}
