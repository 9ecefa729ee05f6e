/** Words that change with a number; `other` is the form for every category that has none of its own. */
export type Plural = {readonly other: string} & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A text with `{placeholders}`, or its forms by the number `{n}`. */
export type Word = string | Plural;
