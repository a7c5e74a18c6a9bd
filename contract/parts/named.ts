// In which shape does an answer name a region, or one of several to choose from?
import * as v from 'valibot'
import { bilingual, string } from './pieces.ts'

/** A region beside its code. */
export const regionShape = v.strictObject({ code: string, name: bilingual })
/** One of those that may be chosen. */
export const choiceShape = v.strictObject({ id: string, words: bilingual })
