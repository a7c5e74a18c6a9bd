// What do the routes of phrases take and answer?
import * as v from 'valibot'
import { mostPhrases } from '../../domain/phrases/phrases.ts'
import { bilingual, decimal, flag, integer, list, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const kept = { items: list(string), revision: integer }

/** A list in the order of whoever keeps it; `revision` 0: never kept. */
const phraseList = v.strictObject(kept)
export type PhraseList = v.InferOutput<typeof phraseList>

const phrases = v.strictObject({
  own: phraseList,
  offices: list(
    v.strictObject({
      ...kept,
      office: string,
      name: bilingual,
      keeps: flag,
      mine: flag,
    }),
  ),
})
export type PhrasesView = v.InferOutput<typeof phrases>
/** `keeps`: the reader may change it. `mine`: he belongs to the office, so that its phrases stand in his forms. */
export type OfficePhrases = PhrasesView['offices'][number]

export const phrasesBody = v.strictObject({
  items: v.pipe(list(v.pipe(string, v.trim())), v.maxLength(mostPhrases)),
  revision: v.pipe(decimal, v.integer(), v.minValue(0), v.maxValue(1_000_000)),
})

export const phraseContract = {
  'GET /api/phrases': {
    status: 200,
    description: 'One’s own, and those of one’s offices',
    answer: phrases,
  },
  'PUT /api/phrases/own': {
    body: phrasesBody,
    status: 200,
    description: 'Kept',
    answer: phraseList,
  },
  'PUT /api/phrases/offices/{office}': {
    body: phrasesBody,
    status: 200,
    description: 'Kept',
    answer: phraseList,
  },
} as const satisfies ContractRoutes
