// Words of this app: those of the platform, of the installed modules and its own pages (namespace `partner`).
import { wordsOf } from '@zhkh/kernel/i18n';
import { installedUi } from '../../../modules/installed.ui.ts';
import en from './words/en.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

export const words = wordsOf([...installedUi, { id: 'partner', words: { ru, en } }]);
