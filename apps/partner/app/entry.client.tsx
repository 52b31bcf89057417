// The browser's start: words of the installed modules and of this app.
import { hydrate } from '@zhkh/ui/entry-client';
import { words } from './words.ts';

hydrate(words);
