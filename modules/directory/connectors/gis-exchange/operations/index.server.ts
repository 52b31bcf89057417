// Every operation of the exchange, in the order of a full round: later ones lean on what earlier ones brought.
import type { Operation } from '../operation.ts';
import { contracts } from './contracts.server.ts';
import { examinations } from './examinations.server.ts';
import { houses } from './houses.server.ts';
import { licences } from './licences.server.ts';
import { protocols } from './protocols.server.ts';
import { maintenance, tariffs } from './tariffs.server.ts';

export const operations: readonly Operation[] = [licences, contracts, houses, examinations, protocols, tariffs, maintenance];

export const operationById = (id: string): Operation | undefined => operations.find((one) => one.id === id);
