// How does the form of a correction follow what is chosen in it: which record, which answer, and what is right?
import { createMemo, createSignal } from 'solid-js'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { Field } from '../../domain/model/process.ts'
import { askCorrectable } from '../client/case/corrections.ts'
import { mistakesIn, payloadOf, type Values } from '../form/form-values.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { showMoment } from '../screen/time.ts'
import {
  asDependent,
  asLines,
  asValue,
  fieldChoices,
  neededBeside,
  recordsToCorrect,
} from './asked.ts'
import { correctionWords as w } from './correction-words.ts'

const named = (fields: readonly Field[], name: string): Field =>
  fields.find((one) => one.name === name)!

/** A form that asks by what has been answered so far. `payload`: what is sent of its answers. */
export type Asking = {
  fields: () => Field[]
  /** Answers to begin with from here on, by what was chosen; null: what is written stays. */
  follow: (written: Values) => Record<string, unknown> | null
  payload: (answers: Record<string, unknown>) => Record<string, unknown>
}

/** Fields by what is chosen; each the same object as long as the question is the same, so that an input keeps its focus. */
export const createAsking = (id: string, act: ActView): Asking => {
  const [values, setValues] = createSignal<Values>({})
  const seq = createMemo(() => Number(values().seq) || 0)
  const name = createMemo(() => String(values().field ?? ''))
  const story = useQuery(() => queries.timeline(id))
  const found = useQuery(() => ({
    queryKey: ['correctable', id, seq()],
    queryFn: () => askCorrectable(id, seq()),
    enabled: seq() > 0,
  }))
  const view = createMemo(() =>
    seq() > 0 && found.isSuccess && found.data?.seq === seq() ? found.data : undefined,
  )
  const record = createMemo((): Field => {
    const items = story.isSuccess ? (story.data?.items ?? []) : []
    const empty = view()?.correctable.length === 0
    const hint = empty ? w.nothing : w.approval
    return { ...named(act.fields, 'seq'), choices: recordsToCorrect(items, showMoment), hint }
  })
  const field = createMemo((): Field[] => {
    const known = view()
    return known && known.correctable.length > 0
      ? [{ ...named(act.fields, 'field'), kind: 'choice', choices: fieldChoices(known) }]
      : []
  })
  const target = createMemo(() => {
    const known = view()
    const isOpen = known?.correctable.includes(name()) === true
    return known && isOpen
      ? {
          key: `${seq()} ${name()}`,
          field: asValue(named(known.fields, name()), known.stated[name()]),
        }
      : undefined
  })
  const needed = createMemo(() => {
    const [known, at] = [view(), target()]
    // Until the answer of another question is gone, this one's form cannot read it.
    return known && at && mistakesIn(at.field, values()).length === 0
      ? neededBeside(known, name(), payloadOf([at.field], values()).value)
      : undefined
  })
  const dependent = createMemo(() => {
    const [known, beside] = [view(), needed()]
    return known && beside ? [asDependent(named(known.fields, beside))] : []
  })
  const reason = named(act.fields, 'reason')
  const value = createMemo(() => [target()?.field].flatMap((one) => one ?? []))
  let begun = ''
  /** The answer as it stands is where a correction begins; what a draft has brought stays. */
  const begin = (written: Values) => {
    const [known, at] = [view(), target()]
    if (!known || !at || at.key === begun) return null
    const isKept = begun === '' && written.value !== undefined
    begun = at.key
    return isKept ? null : { value: known.answers[name()], dependent: undefined }
  }
  return {
    fields: () => [record(), ...field(), ...value(), ...dependent(), reason],
    follow: (written) => {
      setValues(written)
      return begin(written)
    },
    payload: asLines,
  }
}
