// Door of module switches.
export { type ModuleGate, type ModuleState, createModuleGate } from './module-gate.server.ts';
export { type ModuleSwitch, switchModule } from './switch-module.server.ts';
