// Asks the loader again every second while something is on its way.
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

export function useWatch(on: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!on || state !== 'idle') return;
    const timer = setTimeout(revalidate, 1000);
    return () => clearTimeout(timer);
  }, [on, state, revalidate]);
}
