// Commands and queries still without an integration test (tested.test.ts): none; the list only shrinks.
export const untested: readonly string[] = [];
