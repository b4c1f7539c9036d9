// Whether a text of the column of times names a span of time.

const SPAN =
  /সেকেন্ড|মিনিট|ঘণ্টা|ঘন্টা|দিন|দিবস|সপ্তাহ|মাস|বছর|তাৎক্ষণিক|তাৎক্ষনিক|সাথে সাথে|সঙ্গে সঙ্গে|চাহিবা ?মাত্র/u;

/** Whether a text promises a span of time, or "at once". */
export function namesDuration(text: string): boolean {
  return SPAN.test(text);
}
