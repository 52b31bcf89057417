// Asks modules for a company whose people sign in to the demo: accounts are the kernel's, companies are not.
import { defineExtensionPoint } from '../module/define-contract.ts';

/** Null where the region has no company yet. */
export type DemoCompany = () => Promise<{ id: string; name: string } | null>;

export const demoCompany = defineExtensionPoint<DemoCompany>('platform.demo-company');
