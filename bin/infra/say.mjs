// What does the set-up tell the person at the terminal, and how does it end when something is missing?

/** Prints one line of progress to stderr, so that stdout stays with the program that is started. */
export function say(text) {
  process.stderr.write(`anjian: ${text}\n`)
}

/** A want that set-up cannot meet by itself: shown as one sentence, without a stack. */
export class Missing extends Error {
  name = 'Missing'
}
