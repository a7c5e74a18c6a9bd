// What is said of the end of a period of law, and is it sure?
import { type Text, text } from '../../language/words.ts'

/** One sentence that a lawyer would sign. `sure`: a text that has been read, or a convention of the platform, says so. */
export type Effect = { words: Text; sure: boolean }

/** By family, or by family and version ('credit.term@2015-01-01') where an earlier law said something else. */
export type Effects = Record<string, Effect>

/** An effect that the text of the rule states. */
export const settled = (zh: string, en: string): Effect => ({ words: text(zh, en), sure: true })

/** An effect that no text read so far states: provisional until a lawyer has confirmed it. */
export const unsettled = (zh: string, en: string): Effect => ({ words: text(zh, en), sure: false })
