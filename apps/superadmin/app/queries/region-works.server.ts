// Works every region has: the kernel's and those of the installed modules, by their ids.
import { createRegistry } from '@zhkh/kernel/module.server';
import { worksOf } from '@zhkh/kernel/worker.server';
import { installed } from '../../../../modules/installed.server.ts';

export const regionWorks = worksOf(createRegistry(installed));

export const worksOfKind = (kind: string | undefined) => regionWorks.filter(({ definition }) => !kind || definition.id === kind);
