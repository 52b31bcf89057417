// Door of the pages that both apps above the regions have.
export * from './control-document.tsx';
export * from './me-page.tsx';
export * from './second-factor-page.tsx';
export * from './setup-second-factor-page.tsx';
export * from './sign-in-page.tsx';
