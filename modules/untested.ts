// Commands and queries still without an integration test (tested.test.ts): the list only shrinks.
export const untested: readonly string[] = [
];
