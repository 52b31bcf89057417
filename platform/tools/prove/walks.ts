// Walks five paths of the product through the code, function by function, and counts the rooms (folders) each path enters.
// npm run prove -- walks [--root FOLDER] [--walk NAME=FILE#FUNCTION+FILE#FUNCTION …] [--not FILE …] [--rooms]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { followCalls } from './walks/follow-calls.ts';
import { openProgram } from './walks/open-program.ts';

/** Where each path begins; what is plugged in at run time is named beside (ОЖФ for imports). `--walk` names other places, for instance in an older copy of the product. */
const WALKS: Record<string, string> = {
  filing: 'modules/complaints/commands/file-complaint.server.ts#fileComplaint',
  letter: 'modules/complaints/jobs/deliver.server.ts#*',
  import: 'modules/imports/jobs/run-imports.server.ts#*+modules/directory/connectors/ozhf/connector.server.ts#*',
  'page with slots': 'modules/directory/routes/portal/public/house.tsx#*',
  'address suggestion': 'modules/directory/queries/address-search/suggest-houses.server.ts#suggestHouses',
};

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: path.resolve(import.meta.dirname, '../../..') },
    walk: { type: 'string', multiple: true, default: [] },
    not: { type: 'string', multiple: true, default: [] },
    rooms: { type: 'boolean', default: false },
  },
});

const named = values.walk.map((entry) => entry.split('=', 2) as [string, string]);
const walks = { ...WALKS, ...Object.fromEntries(named) };
const code = openProgram(path.resolve(values.root));
process.stdout.write(`${'path'.padEnd(20)} functions  files  stays  rooms  returns\n`);
for (const [name, start] of Object.entries(walks)) {
  const walk = followCalls(code, start.split('+'), values.not);
  const rooms = new Set(walk.stays);
  const figures = [walk.functions, walk.files, walk.stays.length, rooms.size, walk.stays.length - rooms.size];
  process.stdout.write(
    `${name.padEnd(20)} ${figures.map((figure, at) => String(figure).padStart([9, 5, 5, 5, 7][at] ?? 5)).join('  ')}\n`,
  );
  if (values.rooms)
    process.stdout.write(
      `${[...rooms]
        .sort()
        .map((room) => `    ${room}`)
        .join('\n')}\n`,
    );
}
