// Build of the partner app.
import { defineConfig } from 'vite';
import { remixApp } from '../../platform/tools/vite/remix-app.ts';

export default defineConfig(remixApp({ hmrPort: 24671 }));
