// The server's start of every page: words of the installed modules and of this app.
import { createRequestHandler, streamTimeout } from '@zhkh/ui/entry-server';
import { words } from './words.ts';

export { streamTimeout };
export default createRequestHandler(words);
