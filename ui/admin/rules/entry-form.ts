// What has been typed into a new version or promise, what is wrong with it, and what will be sent?
import { createSignal } from 'solid-js'
import type { EnterableRule } from '../../../contract/change/changes.ts'
import type { Proposed } from '../../../domain/change/change.ts'
import type { Text } from '../../../domain/language/words.ts'
import type { Wanted } from '../../client/change.ts'
import { asRefusal } from '../../client/client.ts'
import { type Mistake, mistakesOf } from '../../form/error-summary.tsx'
import { today } from '../../screen/time.ts'
import { emptyEntry } from '../entries/fields.tsx'
import { entryWords as w } from '../entries/words.ts'

const empty = { ...emptyEntry, rule: '', n: '' }
type Typed = typeof empty

const required = (field: keyof Typed, value: string, name: Text): Mistake[] =>
  value.trim() === ''
    ? [
        {
          field,
          words: {
            zh: w.missing.zh.replace('{name}', name.zh),
            en: w.missing.en.replace('{name}', name.en),
          },
        },
      ]
    : []

const mistakesIn = (typed: Typed, rule: EnterableRule | undefined): Mistake[] => [
  ...required('rule', typed.rule, w.rule),
  ...(/^[1-9]\d{0,3}$/.test(typed.n.trim()) ? [] : [{ field: 'n', words: w.notANumber }]),
  ...required('from', typed.from, w.from),
  ...(rule && !rule.promise
    ? [
        ...required('normZh', typed.normZh, w.normZh),
        ...required('normEn', typed.normEn, w.normEn),
        ...required('articleZh', typed.articleZh, w.articleZh),
        ...required('articleEn', typed.articleEn, w.articleEn),
      ]
    : []),
  ...required('source', typed.source, w.source),
  ...(typed.includes ? required('running', typed.running, w.running) : []),
]

const proposedBy = (typed: Typed, rule: EnterableRule): Proposed => {
  const common = {
    rule: typed.rule,
    region: typed.region || null,
    from: typed.from,
    n: Number(typed.n),
    source: typed.source.trim(),
  }
  const terms = { ...common, running: typed.includes ? typed.running.trim() : null }
  if (rule.promise) return { kind: 'promise', ...terms }
  const norm = { zh: typed.normZh.trim(), en: typed.normEn.trim() }
  return {
    kind: 'rule',
    ...terms,
    norm,
    article: { zh: typed.articleZh.trim(), en: typed.articleEn.trim() },
    confidence: typed.confidence,
  }
}

/** As it stands in the book: what does not change need not be typed. */
const startingFrom = (rule: EnterableRule | undefined): Typed =>
  rule
    ? {
        ...empty,
        rule: rule.rule,
        from: today(),
        n: String(rule.n),
        normZh: rule.norm.zh,
        normEn: rule.norm.en,
        articleZh: rule.article.zh,
        articleEn: rule.article.en,
      }
    : { ...empty, from: today() }

/** `revoke`: the approved change that is to be taken back, instead of a form. */
export const createEntryForm = (
  rules: EnterableRule[],
  chosen: string | undefined,
  revoke: string | undefined,
) => {
  const find = (id: string) => rules.find(({ rule }) => rule === id)
  const [typed, setTyped] = createSignal<Typed>(startingFrom(find(chosen ?? '')))
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const rule = () => find(typed().rule)
  return {
    typed,
    mistakes,
    rule,
    set: (part: Partial<Typed>) => void setTyped({ ...typed(), ...part }),
    choose: (id: string) => void setTyped({ ...startingFrom(find(id)), region: typed().region }),
    check: (): boolean => {
      setMistakes(revoke ? [] : mistakesIn(typed(), rule()))
      return mistakes().length === 0
    },
    refuse: (error: unknown) => void setMistakes(mistakesOf(asRefusal(error))),
    wanted: (): Wanted => {
      const known = rule()
      const reason = typed().reason.trim()
      if (revoke || !known) return { proposed: { kind: 'revoke', proposal: revoke ?? '' }, reason }
      return { proposed: proposedBy(typed(), known), reason }
    },
  }
}

export type EntryForm = ReturnType<typeof createEntryForm>
