// Days of each year that differ from plain Monday–Friday, from the yearly decrees on moved days off
// and the decrees on extra non-working days of 2020–2021. A new year is added here when its decree appears.
interface YearCalendar {
  /** Weekdays that are off, MM-DD. */
  off: string;
  /** Saturdays and Sundays that are worked, MM-DD. */
  worked: string;
}

export const yearCalendars: Readonly<Record<number, YearCalendar>> = {
  2020: {
    off: `01-01 01-02 01-03 01-06 01-07 01-08 02-24 03-09 03-30 03-31 04-01 04-02 04-03 04-06 04-07 04-08 04-09 04-10 04-13 04-14
      04-15 04-16 04-17 04-20 04-21 04-22 04-23 04-24 04-27 04-28 04-29 04-30 05-01 05-04 05-05 05-06 05-07 05-08 05-11 06-12
      06-24 07-01 11-04`,
    worked: '',
  },
  2021: {
    off: `01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-04 05-05 05-06 05-07 05-10 06-14 11-01 11-02 11-03 11-04
      11-05 12-31`,
    worked: '02-20',
  },
  2022: {
    off: '01-03 01-04 01-05 01-06 01-07 02-23 03-07 03-08 05-02 05-03 05-09 05-10 06-13 11-04',
    worked: '03-05',
  },
  2023: { off: '01-02 01-03 01-04 01-05 01-06 02-23 02-24 03-08 05-01 05-08 05-09 06-12 11-06', worked: '' },
  2024: {
    off: '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    worked: '04-27 11-02 12-28',
  },
  2025: {
    off: '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    worked: '11-01',
  },
  2026: { off: '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31', worked: '' },
};

/** Holidays of ТК РФ ст. 112 outside January, MM-DD: met by a day off they move to the next working day. */
export const movableHolidays = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'] as const;

/** January holidays of ст. 112: moved only by decree, so the fallback leaves them where they are. */
export const januaryHolidays = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'] as const;
