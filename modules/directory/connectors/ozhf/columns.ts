// Column names of «Сведения по ОЖФ», letter by letter as in the export.
const OF_MANAGER = 'организации, осуществляющей управление домом';

export const columns = {
  address: 'Адрес ОЖФ',
  gisCode: 'Идентификационный код адреса дома в ГИС ЖКХ',
  fiasGuid: 'Глобальный уникальный идентификатор дома по ФИАС',
  oktmo: 'Код ОКТМО',
  mode: 'Способ управления',
  ogrn: `ОГРН ${OF_MANAGER}`,
  kpp: `КПП ${OF_MANAGER}`,
  companyName: `Наименование ${OF_MANAGER}`,
  houseKind: 'Тип дома',
  state: 'Состояние',
  totalArea: 'Общая площадь дома',
  livingArea: 'Жилая площадь в доме',
  regionDormitory:
    'Дом находится в собственности субъекта Российской Федерации и в полном объеме используется в качестве общежития',
  municipalDormitory: 'Дом находится в муниципальной собственности и в полном объеме используется в качестве общежития',
  dormitoryKind: 'Тип общежития',
  premisesKind: 'Тип помещения (блока)',
  demolishedOn: 'Дата сноса объекта',
  premisesNumber: 'Номер помещения (блока)',
  room: 'Номер комнаты',
  cadastral: 'Кадастровый номер',
  houseGuid: 'Глобальный уникальный идентификатор дома',
  premisesGuid: 'Глобальный уникальный идентификатор помещения',
  roomGuid: 'Глобальный уникальный идентификатор комнаты',
} as const;

/** The header in the order of the export. */
export const header: readonly string[] = Object.values(columns);

const OF_PREMISES: readonly string[] = [
  columns.premisesKind,
  columns.premisesNumber,
  columns.room,
  columns.cadastral,
  columns.premisesGuid,
  columns.roomGuid,
];

/** What the rows of one house have in common. */
export const houseColumns: readonly string[] = header.filter((name) => !OF_PREMISES.includes(name));
