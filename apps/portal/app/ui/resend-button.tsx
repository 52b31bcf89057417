// «Отправить новый код»: with JavaScript it waits for its time; without, the server says how long to wait.
import { useAuthWords } from '@zhkh/ui/auth';
import { Button } from '@zhkh/ui';
import { useEffect, useState } from 'react';

export function ResendButton({ waitSeconds }: { waitSeconds: number }) {
  const t = useAuthWords();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const end = Date.now() + waitSeconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [waitSeconds]);
  const waits = left !== null && left > 0;
  return (
    <Button kind="quiet" wide disabled={waits}>
      {waits ? t('code.resendIn', { seconds: left }) : t('code.resend')}
    </Button>
  );
}
