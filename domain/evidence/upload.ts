// How much of a file has arrived, what has it become, and how large may it be?
/** Bytes of a file that comes in pieces: 50 MB. */
export const largestUpload = 50 * 1024 * 1024
