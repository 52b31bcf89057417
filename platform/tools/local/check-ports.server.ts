// Before anything is started: is every port we need free? If not, say which, who has it and what to set.
import type { LocalPorts } from './local-env.server.ts';
import { holderOf, isFree } from './ports.server.ts';

const OWNER: Partial<Record<keyof LocalPorts, string>> = {
  portal: 'портала',
  partner: 'кабинета партнёра',
  superadmin: 'панели оператора',
  worker: 'проверок обработчика',
  catcher: 'писем и SMS',
  smtp: 'приёма почты (SMTP)',
};

/** PostgreSQL is not asked about: it takes another port when its own is busy. */
export async function busyPorts(ports: LocalPorts): Promise<string[]> {
  const messages = await Promise.all(
    (Object.entries(OWNER) as [keyof LocalPorts, string][]).map(async ([name, title]) => {
      const port = ports[name];
      if (await isFree(port)) return null;
      const holder = holderOf(port);
      const variable = `PORT_${name.toUpperCase()}`;
      return [
        `Порт ${port} (для ${title}) занят${holder ? `: процесс ${holder}` : ''}. Остановите его или задайте другой: ${variable}=${port + 1000} npm start`,
        `Port ${port} (${name}) is taken${holder ? ` by process ${holder}` : ''}. Stop it or choose another: ${variable}=${port + 1000} npm start`,
      ].join('\n');
    }),
  );
  return messages.filter((m) => m !== null);
}
