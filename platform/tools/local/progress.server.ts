// Progress of a start: a line when a step begins to take long, a line with seconds when it is done.
export interface Progress {
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  say(text: string): void;
}

export function createProgress(write: (text: string) => void = (text) => void process.stdout.write(text)): Progress {
  const began = Date.now();
  const seconds = (from: number) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
  return {
    say: (text) => write(`  ${text}\n`),
    async step(title, work) {
      const started = Date.now();
      const timer = setTimeout(() => write(`▸ ${title} …\n`), 400);
      try {
        const result = await work((text) => write(`    ${text}\n`));
        clearTimeout(timer);
        write(`✔ ${title}, ${seconds(started)} (${seconds(began)} since the start)\n`);
        return result;
      } catch (error) {
        clearTimeout(timer);
        write(`✘ ${title}, ${seconds(started)}\n`);
        throw error;
      }
    },
  };
}

export const silent: Progress = { say: () => undefined, step: (_title, work) => work(() => undefined) };
