// How much of a file has arrived, what has it become, and how large may it be?
/** Files of one answer of a form, and of one note. */
export const mostFiles = 20

/** Bytes of a file that comes in pieces: 50 MB. */
export const largestUpload = 50 * 1024 * 1024
