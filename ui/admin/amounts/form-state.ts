// What has been typed into a new version of an amount, what is wrong with it, and what will be sent?
import { createSignal } from 'solid-js'
import type { EnterableAmount } from '../../../contract/change/changes.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import type { Wanted } from '../../client/change.ts'
import { asRefusal } from '../../client/client.ts'
import { type Mistake, mistakesOf } from '../../form/error-summary.tsx'
import { today } from '../../screen/time.ts'
import { emptyEntry } from '../entries/fields.tsx'
import { entryWords as e } from '../entries/words.ts'
import { amountWords as w } from './words.ts'

const startingFrom = (amount: EnterableAmount) => ({
  ...emptyEntry,
  from: today(),
  values: amount.values.map((value) => value ?? ''),
  normZh: amount.norm.zh,
  normEn: amount.norm.en,
  articleZh: amount.article.zh,
  articleEn: amount.article.en,
})
type TypedAmount = ReturnType<typeof startingFrom>

/** Template words of both languages with a name of both in their place. */
export const named = (template: Text, names: Record<string, Text>): Text => {
  const of = (language: 'zh' | 'en') =>
    fill(
      template,
      Object.fromEntries(Object.entries(names).map(([key, text]) => [key, text[language]])),
    )[language]
  return { zh: of('zh'), en: of('en') }
}

const required = (field: keyof TypedAmount, value: string, name: Text): Mistake[] =>
  value.trim() === '' ? [{ field, words: named(w.missing, { name }) }] : []

const mistakesIn = (typed: TypedAmount, { steps }: EnterableAmount): Mistake[] => [
  ...steps.flatMap(({ words, optional }, index) => {
    const value = (typed.values[index] ?? '').trim()
    const isFine = value === '' ? optional : /^\d+(\.\d+)?$/.test(value)
    return isFine ? [] : [{ field: `value-${index}`, words: named(w.notANumber, { step: words }) }]
  }),
  ...required('from', typed.from, e.from),
  ...required('normZh', typed.normZh, e.normZh),
  ...required('normEn', typed.normEn, e.normEn),
  ...required('articleZh', typed.articleZh, e.articleZh),
  ...required('articleEn', typed.articleEn, e.articleEn),
  ...required('source', typed.source, e.source),
  ...(typed.includes ? required('running', typed.running, e.running) : []),
]

const wantedOf = (typed: TypedAmount, { amount }: EnterableAmount): Wanted => ({
  proposed: {
    kind: 'amount',
    amount,
    region: typed.region || null,
    from: typed.from,
    values: typed.values.map((value) => value.trim() || null),
    norm: { zh: typed.normZh.trim(), en: typed.normEn.trim() },
    article: { zh: typed.articleZh.trim(), en: typed.articleEn.trim() },
    confidence: typed.confidence,
    source: typed.source.trim(),
    running: typed.includes ? typed.running.trim() : null,
  },
  reason: typed.reason.trim(),
})

export const createAmountForm = (amount: EnterableAmount) => {
  const [typed, setTyped] = createSignal(startingFrom(amount))
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  return {
    typed,
    mistakes,
    set: (part: Partial<TypedAmount>) => void setTyped({ ...typed(), ...part }),
    setValue: (place: number, value: string) =>
      void setTyped({
        ...typed(),
        values: typed().values.map((one, index) => (index === place ? value : one)),
      }),
    check: (): boolean => {
      setMistakes(mistakesIn(typed(), amount))
      return mistakes().length === 0
    },
    refuse: (error: unknown) => void setMistakes(mistakesOf(asRefusal(error))),
    wanted: (): Wanted => wantedOf(typed(), amount),
  }
}
export type AmountForm = ReturnType<typeof createAmountForm>
