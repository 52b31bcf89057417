// Names without their type words, for plates and counts.

/** «г. Тюмень» → «Тюмень», «Тюменский р-н, рп. Винзили» → «Винзили». */
export function bareCity(city: string): string {
  return (city.split(',').at(-1) ?? city).trim().replace(/^(г|с|п|д|рп|пгт|х|ст)\.?\s+/i, '');
}

/** «14 корп. 1» → «14к1»: what fits an enamel plate. */
export function plateNumber(number: string): string {
  return number
    .replace(/\s*корп\.\s*/, 'к')
    .replace(/\s*стр\.\s*/, 'с')
    .replace(/\s*лит\.\s*/, '');
}
