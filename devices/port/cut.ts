// How much is kept of a text that others wrote, so that it can always be stored?

/** Half a character, which a cut or a sender leaves, is no text of PostgreSQL's JSON: with it nothing beside it would be stored either. */
export const cut = (text: string, most = 512): string => text.slice(0, most).toWellFormed()
