// When a complaint is late: a legal term is over and its clock runs. As SQL: views/overdue.server.ts.

export interface Clocked {
  answer_due_at: Date | null;
  answer_stopped_at: Date | null;
  repair_due_at: Date | null;
  repair_stopped_at: Date | null;
}

export function isLate(now: Date, row: Clocked): boolean {
  return isOver(now, row.answer_due_at, row.answer_stopped_at) || isOver(now, row.repair_due_at, row.repair_stopped_at);
}

const isOver = (now: Date, due: Date | null, stopped: Date | null) => due !== null && stopped === null && now >= due;
