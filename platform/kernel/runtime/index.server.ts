// Door of the runtime: one process's databases, regions and switches, and the contexts built from them.
export type { RequestFacts, RuntimeParts } from './parts.server.ts';
export { createRuntime, type Runtime, type RuntimeOptions } from './runtime.server.ts';
export * from './services.server.ts';
export { rolePermissions } from './role-permissions.server.ts';
export { saveSettings, settingsNow } from './settings.server.ts';
export { changeSettings, restoreSetting } from './settings-form/change-settings.server.ts';
export { describeSettings, regionSettings, leafOf } from './settings-form/describe-settings.ts';
export { changedNames, postedNames, postedOf } from './settings-form/posted-settings.ts';
export { type DrawnSetting, isCounted, settingsForm, type SettingWords, valueInWords } from './settings-form/settings-form.ts';
export { HISTORY_PAGE, settingsHistory } from './settings-form/settings-history.server.ts';
