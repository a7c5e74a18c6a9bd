// What is said of an amount of the rule book?
import * as v from 'valibot'
import type { AmountUnit, CitedAmount } from '../../domain/law/amounts/amount.ts'
import { amountUnits } from '../../domain/law/amounts/in-words.ts'
import { bilingual, list, maybe, type Of, string } from './pieces.ts'

export const amountUnit = v.picklist(Object.keys(amountUnits) as AmountUnit[])
export const confidence = v.picklist(['V', 'V*', 'M', 'D'])

/** By which version of which row something was counted, and who gives it. */
export const citedAmountShape = v.strictObject({
  id: string,
  version: string,
  title: bilingual,
  norm: bilingual,
  article: bilingual,
  confidence,
  source: string,
  values: list(v.strictObject({ words: bilingual, value: maybe(string), unit: amountUnit })),
  entered: maybe(string),
}) satisfies Of<CitedAmount>
