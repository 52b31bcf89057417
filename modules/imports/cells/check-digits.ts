// Check digits as the kernel knows them.
export { completeInn, completeOgrn, isGuid, isInn, isOgrn } from '@zhkh/kernel/checks';
