// In which shape do phrases answer?
import * as v from 'valibot'
import type { PhraseList, PhrasesView } from '../../domain/phrases/phrases.ts'
import { text } from '../http/shapes.ts'

const kept = { items: v.array(v.string()), revision: v.pipe(v.number(), v.integer()) }

export const phraseList = v.strictObject(kept) satisfies v.GenericSchema<unknown, PhraseList>
export const phrases = v.strictObject({
  own: phraseList,
  offices: v.array(v.strictObject({ ...kept, office: v.string(), name: text, keeps: v.boolean(), mine: v.boolean() })),
}) satisfies v.GenericSchema<unknown, PhrasesView>
