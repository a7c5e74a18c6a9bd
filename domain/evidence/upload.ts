// How much of a file has arrived, what has it become, how large may it be, and how long does it wait to be taken up?

/** Files of one answer of a form, and of one note. */
export const mostFiles = 20

/** Bytes of a file that comes in pieces: 50 MB. */
export const largestUpload = 50 * 1024 * 1024

/** Days that an uploaded file waits for an act, or an entry of a ledger, that names it. */
export const looseForDays = 30
