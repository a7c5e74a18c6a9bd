// What has been typed into a proposal, what is wrong with it, and what will be sent?
import { createMemo, createSignal } from 'solid-js'
import type { Proposed } from '../../../domain/change/change.ts'
import type { Text } from '../../../domain/language/words.ts'
import { readDayList } from '../../../domain/time/day-list.ts'
import type { Wanted } from '../../client/change.ts'
import { asRefusal } from '../../client/client.ts'
import { type Mistake, mistakesOf } from '../../form/error-summary.tsx'
import { changeWords as w } from '../changes/words.ts'

const empty = {
  kind: 'year' as 'year' | 'override',
  year: '',
  region: '',
  name: '',
  decree: '',
  source: '',
  off: '',
  work: '',
  reason: '',
}
export type Typed = typeof empty

const missing = (name: Text): Text => ({
  zh: w.missing.zh.replace('{name}', name.zh),
  en: w.missing.en.replace('{name}', name.en),
})
const required = (field: keyof Typed, value: string, name: Text): Mistake[] =>
  value.trim() === '' ? [{ field, words: missing(name) }] : []

const mistakesIn = (typed: Typed): Mistake[] => {
  const lists = (['off', 'work'] as const).flatMap((field) =>
    readDayList(typed[field]).mistakes.map((words) => ({ field, words })),
  )
  const noDays = typed.off.trim() === '' && (typed.kind === 'year' || typed.work.trim() === '')
  return [
    ...(typed.kind === 'year' && !/^\d{4}$/.test(typed.year.trim())
      ? [{ field: 'year', words: missing(w.year) }]
      : []),
    ...required('decree', typed.decree, w.decree),
    ...required('source', typed.source, w.source),
    ...(noDays ? [{ field: 'off', words: missing(w.off) }] : []),
    ...lists,
  ]
}

const proposedBy = (typed: Typed): Proposed => {
  const days = { off: readDayList(typed.off).days, work: readDayList(typed.work).days }
  const common = { decree: typed.decree.trim(), source: typed.source.trim(), ...days }
  if (typed.kind === 'year') return { kind: 'year', year: Number(typed.year), ...common }
  return {
    kind: 'override',
    region: typed.region || null,
    name: typed.name.trim() || null,
    ...common,
  }
}

export const createProposalForm = () => {
  const [typed, setTyped] = createSignal<Typed>(empty)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const counts = createMemo(() => ({
    off: readDayList(typed().off).days.length,
    work: readDayList(typed().work).days.length,
  }))
  return {
    typed,
    mistakes,
    counts,
    set: (part: Partial<Typed>) => void setTyped({ ...typed(), ...part }),
    mistakeOf: (field: keyof Typed) => mistakes().find((one) => one.field === field)?.words,
    check: () => {
      const found = mistakesIn(typed())
      setMistakes(found)
      return found.length === 0
    },
    refuse: (error: unknown) => void setMistakes(mistakesOf(asRefusal(error))),
    wanted: (): Wanted => ({ proposed: proposedBy(typed()), reason: typed().reason.trim() }),
  }
}

export type ProposalForm = ReturnType<typeof createProposalForm>
