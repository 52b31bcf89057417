// A grey strip while the browser has no network, and the thin line while a page is on its way.
import { useEffect, useState } from 'react';
import { useNavigation } from './remix.tsx';
import { useWords } from './words.ts';

export function OfflineStrip() {
  const t = useWords();
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status" className={offline ? 'offline' : undefined}>
      {offline && t(hasDraft() ? 'offlineStrip' : 'offlinePage')}
    </div>
  );
}

/** A form that keeps its text in the browser names it `<something>-draft`. */
function hasDraft(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.endsWith('-draft'));
  } catch {
    return false;
  }
}

export function NavigationProgress() {
  const navigation = useNavigation();
  return navigation.state === 'idle' ? null : <div className="progress" aria-hidden="true" />;
}
