// What is kept of a text that others wrote, so that it can always be stored, and is read as it was written?

/** Half a character, which a cut or a sender leaves, is no text of PostgreSQL's JSON: with it nothing beside it would be stored either. */
export const cut = (text: string, most = 512): string => text.slice(0, most).toWellFormed()

/** Controls, and marks that nobody sees: by some of them an eye reads other words than those that are kept. */
const unseen = /[\p{Cc}\p{Cf}]/gu
const unseenButLineEnds = /(?!\n)[\p{Cc}\p{Cf}]/gu

/** The same text with `instead` in place of each sign that nobody sees; line ends stay when `lines`. */
export const replaceUnseen = (text: string, instead = '', lines = false): string =>
  text.replace(lines ? unseenButLineEnds : unseen, instead)
