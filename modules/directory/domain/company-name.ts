// A readable short name and the kind of a company from its upper-case legal name.
import type { CompanyKind } from '../contract.ts';
import { fold } from './address-search/normalise.ts';

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ/i, 'ООО'],
  [/^(ПУБЛИЧНОЕ |НЕПУБЛИЧНОЕ )?АКЦИОНЕРНОЕ ОБЩЕСТВО/i, 'АО'],
  [/^МУНИЦИПАЛЬНОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ/i, 'МУП'],
  [/^МУНИЦИПАЛЬНОЕ КАЗ[ЕЁ]ННОЕ УЧРЕЖДЕНИЕ/i, 'МКУ'],
  [/^ТОВАРИЩЕСТВО СОБСТВЕННИКОВ НЕДВИЖИМОСТИ/i, 'ТСН'],
  [/^ТОВАРИЩЕСТВО СОБСТВЕННИКОВ ЖИЛЬЯ/i, 'ТСЖ'],
  [/^ЖИЛИЩНО-СТРОИТЕЛЬНЫЙ КООПЕРАТИВ/i, 'ЖСК'],
  [/^ЖИЛИЩНЫЙ КООПЕРАТИВ/i, 'ЖК'],
  [/^ИНДИВИДУАЛЬНЫЙ ПРЕДПРИНИМАТЕЛЬ/i, 'ИП'],
  [/^ООО(?=[\s"])/i, 'ООО'],
  [/^АО(?=[\s"])/i, 'АО'],
  [/^МУП(?=[\s"])/i, 'МУП'],
  [/^ТСЖ(?=[\s"])/i, 'ТСЖ'],
  [/^ТСН(?=[\s"])/i, 'ТСН'],
  [/^ЖСК(?=[\s"])/i, 'ЖСК'],
  [/^ИП(?=\s)/i, 'ИП'],
];
/** Abbreviations that stay in capitals inside a name. */
const CAPITALS = new Set(['ЖКХ', 'ЖКО', 'ЖЭУ', 'ЖЭК', 'УК', 'ЖК', 'ТСЖ', 'ДЭЗ', 'РЭУ', 'ПЖРЭТ', 'СМУ']);

export function companyKind(name: string, mode: string): CompanyKind {
  if (/^(ТСЖ|ТСН)$/i.test(mode) || /ТОВАРИЩЕСТВО СОБСТВЕННИКОВ|^(ТСЖ|ТСН)\s/i.test(name)) return 'owners-association';
  if (/^(ЖК|ЖСК)$/i.test(mode) || /КООПЕРАТИВ|^(ЖСК|ЖК)\s/i.test(name)) return 'housing-cooperative';
  return /^УО$/i.test(mode) || /УПРАВЛЯЮЩАЯ КОМПАНИЯ|УПРАВЛЯЮЩАЯ ОРГАНИЗАЦИЯ/i.test(name) ? 'managing-company' : 'other';
}

/** «ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "УПРАВЛЯЮЩАЯ КОМПАНИЯ "ТУРА-СЕРВИС"» → «УК «Тура-Сервис»». */
export function shortName(full: string, kind: CompanyKind): string {
  const name = full
    .replace(/[«»“”„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
  const form = FORMS.find(([pattern]) => pattern.test(name));
  const rest = form ? name.replace(form[0], '').trim() : name;
  const core = rest.replace(/"/g, ' ').replace(/\s+/g, ' ').trim();
  const managing = /^(УПРАВЛЯЮЩАЯ КОМПАНИЯ|УПРАВЛЯЮЩАЯ ОРГАНИЗАЦИЯ|УК)(?=\s|$)/i.exec(core);
  const own = managing ? core.slice(managing[0].length).trim() : core;
  const prefix = managing || (kind === 'managing-company' && form?.[1] === 'ООО') ? 'УК' : (form?.[1] ?? '');
  const shown = titleCase(own || core);
  if (!prefix) return shown;
  return form?.[1] === 'ИП' ? `ИП ${shown}` : `${prefix} «${shown}»`;
}

/** Capitals of each part of a hyphenated word; a name that already has small letters is left alone. */
function titleCase(text: string): string {
  if (/[а-яё]/.test(text)) return text;
  return text
    .split(' ')
    .map((word, index) => (CAPITALS.has(word) ? word : capital(word, index)))
    .join(' ');
}

function capital(word: string, index: number): string {
  const lower = word.toLowerCase();
  const parts = lower.split('-');
  return parts
    .map((part, at) => (at === 0 ? (index === 0 || parts.length > 1 ? upperFirst(part) : part) : upperFirst(part)))
    .join('-');
}

function upperFirst(text: string): string {
  return text.replace(/^[^а-яa-z]*[а-яa-z]/i, (letters) => letters.toUpperCase());
}

export function companySearchText(full: string, short: string): string {
  return fold(`${short} ${full}`);
}
