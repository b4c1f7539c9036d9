// Dates as Bangladeshi offices write them.

/**
 * An ISO 8601 date ("2026-01-01") in Bengali words: "১ জানুয়ারি ২০২৬".
 * CLDR's long form puts a comma before the year; offices do not.
 */
export function toBengaliDate(isoDate: string): string {
  formatter ??= new Intl.DateTimeFormat('bn-BD', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return formatter
    .formatToParts(new Date(`${isoDate}T00:00:00Z`))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value)
    .join(' ');
}

/** Created for the first date: it takes 10 ms, and not every charter has one. */
let formatter: Intl.DateTimeFormat | undefined;
