// Collects the officers of all cells, each once, and resolves each cell to references.

import { foldSpelling, textWords } from '../../bangla/search-text.ts';
import { isNotApplicable } from '../../charter/values.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { Ids } from './ids.ts';
import { type OfficerOrPost, type Person, readOfficers } from './officer-cell.ts';

export class Officers {
  readonly #people: Person[] = [];
  readonly #ids = new Map<Person, string>();
  readonly #read = new Map<string, OfficerOrPost[] | undefined>();
  readonly #byPost = new Map<string, Person[]>();

  /** @param texts all cells that may name officers */
  constructor(texts: Iterable<string>) {
    for (const text of new Set(texts)) this.#read.set(text, readOfficers(text));
    for (const person of [...this.#read.values()].flatMap((people) => people ?? [])) {
      if (typeof person === 'string') continue;
      const known = this.#people.findIndex((one) => isPartOf(person, one) || isPartOf(one, person));
      const same = this.#people[known];
      if (same === undefined) this.#people.push(person);
      else if (isPartOf(same, person)) this.#people[known] = person;
    }
    const ids = new Ids();
    for (const person of this.#people) {
      this.#ids.set(person, ids.next(person.post, 'officer'));
      const post = fold(person.post);
      this.#byPost.set(post, [...(this.#byPost.get(post) ?? []), person]);
    }
  }

  /** Returns the officers' ids for a cell, or else its text. The ledger records each replacement of a post. */
  references(text: string, ledger: Ledger): string[] {
    const people = this.#read.get(text);
    if (people)
      return [
        ...new Set(
          people.flatMap((one) =>
            typeof one === 'string' ? this.#ofPost(one, ledger) : (this.#idOf(one) ?? []),
          ),
        ),
      ];
    return [this.#ofPost(text, ledger)];
  }

  /** Returns the id of the only officer with a post, or else the text. */
  #ofPost(text: string, ledger: Ledger): string {
    const [only, ...others] = this.#byPost.get(fold(text)) ?? [];
    const id = only && others.length === 0 ? this.#idOf(only) : undefined;
    if (id)
      ledger.addChange(
        text,
        id,
        'একই পদবির কর্মকর্তার নম্বরসহ দেখানো হয় / refers to the officer of that post',
      );
    return id ?? text;
  }

  /** Returns the officers by id. */
  records(): Record<string, Person> {
    return Object.fromEntries(this.#people.map((person) => [this.#ids.get(person), person]));
  }

  #idOf(person: Person): string | undefined {
    const known = this.#people.find((one) => isPartOf(person, one));
    return known && this.#ids.get(known);
  }
}

/** Reports whether a text can be a value of `officer`: Bengali, or a sign for "does not apply". */
export function isReference(text: string): boolean {
  return /\p{Script=Bengali}/u.test(text) || isNotApplicable(text);
}

const fold = (text: string) => textWords(text).map(foldSpelling).join(' ');

/** Reports whether a record repeats only values of another. */
function isPartOf(part: Person, whole: Person): boolean {
  const entries = Object.entries(part);
  return entries.every(([key, value]) =>
    Object.entries(whole).some(([at, one]) => at === key && one === value),
  );
}
