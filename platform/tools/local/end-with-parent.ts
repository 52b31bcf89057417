// Preloaded into every process the supervisor starts: when the supervisor is gone, however it went, the process goes too.
export function endWithParent(): void {
  if (!process.connected) return;
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
  process.channel?.unref();
}

endWithParent();
