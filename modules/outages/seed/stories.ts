// What the demo regions live through, told relative to the moment they are filled.
import type { Kind, Type } from '../domain/phase.ts';

export interface Story {
  /** Which company of the demo; the one with a cabinet is 0. */
  company: number;
  skip: number;
  houses: number;
  kind: Kind;
  type?: Type;
  services: readonly string[];
  /** Hours from now; negative = already begun. */
  startsIn: number;
  hours: number;
  reason: string;
  text?: string;
  info?: string;
  /** Hours between the announcement and the start. */
  notice: number;
  end?: 'finished' | 'cancelled';
}

export const stories: readonly Story[] = [
  {
    company: 0,
    skip: 0,
    houses: 4,
    kind: 'planned',
    services: ['2'],
    startsIn: -1,
    hours: 4,
    reason: 'repair',
    text: 'Замена запорной арматуры в тепловом узле',
    notice: 260,
  },
  {
    company: 0,
    skip: 2,
    houses: 6,
    kind: 'emergency',
    services: ['1'],
    startsIn: -5,
    hours: 4,
    reason: 'accident-network',
    info: 'Подвоз воды: у дома 2, с 8 до 20 часов',
    notice: 0,
  },
  { company: 0, skip: 0, houses: 8, kind: 'planned', services: ['4'], startsIn: 98, hours: 3, reason: 'upkeep', notice: 240 },
  {
    company: 0,
    skip: 0,
    houses: 2,
    kind: 'planned',
    services: ['1', '2'],
    startsIn: 290,
    hours: 4,
    reason: 'connection',
    notice: 24,
  },
  {
    company: 0,
    skip: 1,
    houses: 5,
    kind: 'emergency',
    services: ['6'],
    startsIn: -3,
    hours: 2.5,
    reason: 'accident-house',
    notice: 0,
    end: 'finished',
  },
  {
    company: 0,
    skip: 0,
    houses: 3,
    kind: 'planned',
    services: ['3'],
    startsIn: 170,
    hours: 3,
    reason: 'upkeep',
    notice: 200,
    end: 'cancelled',
  },
  {
    company: 0,
    skip: 0,
    houses: 10,
    kind: 'planned',
    services: ['2'],
    startsIn: -410,
    hours: 4,
    reason: 'tests',
    notice: 260,
    end: 'finished',
  },
  {
    company: 0,
    skip: 4,
    houses: 4,
    kind: 'emergency',
    services: ['4'],
    startsIn: -700,
    hours: 2,
    reason: 'weather',
    notice: 0,
    end: 'finished',
  },
  {
    company: 1,
    skip: 0,
    houses: 6,
    kind: 'emergency',
    services: ['6'],
    startsIn: -2,
    hours: 6,
    reason: 'accident-network',
    notice: 0,
  },
  { company: 2, skip: 0, houses: 3, kind: 'planned', services: ['5'], startsIn: 46, hours: 4, reason: 'upkeep', notice: 250 },
  {
    company: 1,
    skip: 1,
    houses: 2,
    kind: 'planned',
    type: 'LIMITATION',
    services: ['1'],
    startsIn: -1,
    hours: 8,
    reason: 'repair',
    notice: 300,
  },
  {
    company: 2,
    skip: 0,
    houses: 9,
    kind: 'planned',
    services: ['7'],
    startsIn: -60,
    hours: 20,
    reason: 'supplier',
    text: 'Ремонт полигона',
    notice: 40,
    end: 'finished',
  },
];
