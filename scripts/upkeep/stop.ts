/** Says in a sentence what whoever called the command has to do. */
export class Stop extends Error {}
