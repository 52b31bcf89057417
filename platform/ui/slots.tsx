// Parts other modules put into a page: the server loaded them together, here each finds its component.
import { Fragment } from 'react';
import { useUi } from './ui-context.tsx';

export interface SlotData {
  id: string;
  data: unknown;
}

/** `data` is what `ctx.slots('resident-home.card', …)` gave; parts that failed or are off are simply absent. */
export function Slots({ of, data }: { of: string; data: readonly SlotData[] }) {
  const { modules } = useUi();
  const fills = modules
    .flatMap((module) => module.slots)
    .filter((fill) => fill.slot === of)
    .sort((a, b) => a.order - b.order);
  return (
    <>
      {fills.map((fill) => {
        const found = data.find((one) => one.id === fill.id);
        return found ? (
          <Fragment key={fill.id}>
            <fill.Component data={found.data} />
          </Fragment>
        ) : null;
      })}
    </>
  );
}
