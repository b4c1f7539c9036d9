// Dates as Bangladeshi offices write them.

/**
 * Formats an ISO 8601 date ("2026-01-01") or month ("2026-01") in Bengali words: "১ জানুয়ারি ২০২৬", "জানুয়ারি ২০২৬".
 * CLDR's long form puts a comma before the year; offices do not.
 */
export function toBengaliDate(isoDate: string): string {
  formatter ??= new Intl.DateTimeFormat('bn-BD', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const isMonth = isoDate.length === '2026-01'.length;
  return formatter
    .formatToParts(new Date(`${isMonth ? `${isoDate}-01` : isoDate}T00:00:00Z`))
    .filter(({ type }) => type !== 'literal' && !(isMonth && type === 'day'))
    .map((part) => part.value)
    .join(' ');
}

/** Returns the day in Bangladesh at a moment, as an ISO 8601 date, whatever the machine's time zone. */
export function dayInDhaka(moment: Date): string {
  // Sweden writes dates as ISO 8601 does.
  return moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Dhaka' });
}

/** Created for the first date: it takes 10 ms, and not every charter has one. */
let formatter: Intl.DateTimeFormat | undefined;
