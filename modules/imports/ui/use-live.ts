// Asks the loader again while something is on its way and somebody looks.
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

export function useLive(on: boolean, everyMs = 1000): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!on || state !== 'idle') return;
    const timer = setTimeout(() => document.visibilityState === 'visible' && revalidate(), everyMs);
    const seen = () => document.visibilityState === 'visible' && revalidate();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [on, state, revalidate, everyMs]);
}
