// Browser-safe door of the module contract: contracts (events, services, extension points) and ui declarations.
export * from './define-contract.ts';
export * from './define-ui.ts';
