// How are the amounts of the rule book asked of the server, and what worked examples come to by one of them?
import type { AnswerOf } from '../../contract/contract.ts'
import { ask } from './asking.ts'

export type AmountItem = AnswerOf<'GET /api/calculations/amounts'>['items'][number]
export type CountedExampleItem = AnswerOf<'GET /api/calculations/examples'>['items'][number]

export const amountApi = {
  book: () => ask('GET /api/calculations/amounts'),
  examples: (amount: string, region: string) =>
    ask('GET /api/calculations/examples', {
      query: { amount, ...(region === '' ? {} : { region: region as never }) },
    }),
}
