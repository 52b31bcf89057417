// Commands and queries still without an integration test (tested.test.ts): the list only shrinks, and is empty.
export const untested: readonly string[] = [];
