/** What the fuzz worker says about one mail. */
export type Verdict = { problems: string[]; outcome: string };
