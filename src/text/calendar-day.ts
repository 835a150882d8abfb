/** Whether the text is a day of the calendar, written `YYYY-MM-DD`: no 2023-02-29, no year 0. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse lets 02-30 run over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
