// The invented register behind the local server: everything follows from the keys asked about, so any region may ask.
import { createHash } from 'node:crypto';

export function guidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function numberOf(below: number, ...words: readonly string[]): number {
  return createHash('sha256').update(words.join('|')).digest().readUInt32BE() % below;
}

/** Nine digits from a key. */
export function digitsOf(count: number, ...words: readonly string[]): string {
  return String(numberOf(10 ** Math.min(count, 9), ...words)).padStart(count, '0');
}

export interface World {
  /** Root GUID → ОГРН of organisations asked about. */
  organisations: Map<string, string>;
  /** Root GUID → ФИАС GUIDs of houses it was asked about together with. */
  houses: Map<string, Set<string>>;
}

export function newWorld(): World {
  return { organisations: new Map(), houses: new Map() };
}

export const rootOf = (ogrn: string): string => guidOf('organisation', ogrn);

export function remember(world: World, ogrn: string): string {
  const root = rootOf(ogrn);
  world.organisations.set(root, ogrn);
  return root;
}

export const nameOf = (ogrn: string): string => `Общество с ограниченной ответственностью «Управдом ${ogrn.slice(-4)}»`;

export function nsiRef(registry: number, code: string, name?: string) {
  return { 'nsi:Code': code, 'nsi:GUID': guidOf('nsi', String(registry), code), ...(name !== undefined && { 'nsi:Name': name }) };
}

export const file = (name: string) => ({
  'base:Name': `${name}.pdf`,
  'base:Description': 'Документ',
  'base:Attachment': { 'base:AttachmentGUID': guidOf('file', name) },
});

/** Entries of the dictionaries this server knows. */
export const dictionaries: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  13: { '1': 'Содержание общего имущества', '2': 'Уборка', '3': 'Вывоз снега' },
  24: { '1': 'Исправный', '2': 'Аварийный' },
  25: { '1': 'УО', '2': 'ТСЖ' },
  62: { '1': 'Счёт регионального оператора', '2': 'Специальный счёт' },
  63: { '1': 'Выбор управляющей организации', '2': 'Пользование общим имуществом' },
  71: { '1': 'Выездная', '2': 'Документарная' },
  262: { '1': 'Одноставочный', '2': 'Компонент на теплоноситель' },
  268: { '1': 'Холодная вода', '2': 'Тепловая энергия' },
  307: { '1': 'Для нанимателей', '2': 'Для собственников, не принявших решения' },
  341: { '1': 'Избрание правления' },
  338: { '1': 'Эксплуатация', '2': 'Выведен' },
};
