// A slot of a page whose parts modules draw: each loaded part finds its component by slot and id.
import type { Slot } from '@zhkh/kernel/module';
import { Fragment } from 'react';
import { useUi } from './ui-context.tsx';

export interface SlotData {
  id: string;
  data: unknown;
}

/** `data` is what `ctx.slots(slot, …)` gave; parts that failed or are off are simply absent. */
export function Slots({ of, data }: { of: Slot<unknown, unknown>; data: readonly SlotData[] }) {
  const { modules } = useUi();
  const fills = modules
    .flatMap((module) => module.slots)
    .filter((fill) => fill.slot.name === of.name)
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
