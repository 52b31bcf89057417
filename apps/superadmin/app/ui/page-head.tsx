// The head of an operator's page: one h1, one sentence, tools on the right.
import type { ReactNode } from 'react';

export function PageHead({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="pagehead">
      <div className="grow">
        <h1>{title}</h1>
        {lead && <p className="small sub">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
