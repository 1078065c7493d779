import { z } from 'zod';

const day = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;

/** Whether every day in it is in the calendar: 2026-02-30 is not. */
const exists = (date: string): boolean =>
  date.split('/').every((part) => part.length < 10 || new Date(`${part}T00:00:00Z`).toISOString().startsWith(part));

const noSuchDay = '日历上没有这一天';

/** ISO 8601 day, month or year. */
export const isoDate = z.string().regex(new RegExp(`^${day}$`), '日期写成 2019-08-04、2019-08 或 2019').refine((date) => !new RegExp(`^${day}$`).test(date) || exists(date), noSuchDay);

/** ISO 8601 day, month, year, or an interval of two of them, "a/b". */
export const isoDateOrRange = z
  .string()
  .regex(new RegExp(`^${day}(?:/${day})?$`), '日期写成 2019-08-04、2019-08、2019，或起止 2019-08-01/2019-08-04')
  .refine((date) => !new RegExp(`^${day}(?:/${day})?$`).test(date) || exists(date), noSuchDay);

/** "2019-08-04" -> "2019年8月4日"; months and years stay as exact as they were recorded. GB/T 15835: no leading zeros. */
export function chineseDate(date: string): string {
  return date
    .split('/')
    .map((part) => {
      const [year, month, dayOfMonth] = part.split('-');
      return `${year}年${month ? `${Number(month)}月` : ''}${dayOfMonth ? `${Number(dayOfMonth)}日` : ''}`;
    })
    .join('—');
}

/** The year in which a date or interval begins. */
export const startYear = (date: string): number => Number(date.slice(0, 4));
