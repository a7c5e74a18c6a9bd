// What does a form hold, what is wrong with it, and what is sent?
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { applicableFields } from '../../domain/engine/judging/applicable-fields.ts'
import type { Field } from '../../domain/model/process.ts'
import type { Refusal } from '../client/client.ts'
import { restored, typedIn } from '../reading/draft.ts'
import type { Mistake } from './error-summary.tsx'
import { type About, asUpload, createDraft, keptUploads } from './form-draft.ts'
import {
  isUploads,
  mistakesIn,
  payloadOf,
  shownAt,
  type Value,
  type Values,
} from './form-values.ts'

/** Files that are on this device, as if the server had them. */
const withKept = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isUploads(value)
        ? value.map((one) =>
            one.keptAt !== null && ['kept', 'uploading'].includes(one.status)
              ? { ...one, status: 'stored' as const }
              : one,
          )
        : value,
    ]),
  )

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof createDraft>['read']>>>

const uploadsIn = ({ uploads }: Found) =>
  Object.fromEntries(Object.entries(uploads).map(([name, list]) => [name, list.map(asUpload)]))

/** What a field itself begins with: the usual choice, or what the case knows, for instance a date that was asked for. */
const usualValues = (fields: Field[]): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  )

/** State of one form: values, mistakes, the draft on this device. `given`: what stands in it before anybody types, `named`: the names of its looked-up values. */
export const createForm = (
  fields: Accessor<Field[]>,
  about: Accessor<About>,
  given: Values = {},
  named: Record<string, string> = {},
) => {
  const shown = usualValues(fields())
  const first = { ...shown, ...given }
  const [values, setValues] = createSignal<Values>(first)
  const [labels, setLabels] = createSignal<Record<string, string>>(named)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [ready, setReady] = createSignal(false)
  const touched = new Set<string>()
  const draft = createDraft(about, (unanswered) => ({
    data: typedIn(values(), unanswered ? {} : shown),
    labels: labels(),
    uploads: keptUploads(values()),
  }))
  const mistakeOf = createMemo(() => new Map(mistakes().map((one) => [one.field, one.words])))
  void draft.read().then((found) => {
    if (found) {
      const typed = Object.fromEntries(
        Object.entries(values()).filter(([name]) => touched.has(name)),
      )
      setValues({ ...first, ...restored<Value>(typed, { ...found.data, ...uploadsIn(found) }) })
      setLabels({ ...named, ...found.labels, ...labels() })
    }
    setReady(true)
  })
  const set = (name: string, value: Value) => {
    touched.add(name)
    setValues({ ...values(), [name]: value })
    draft.keep(isUploads(value) ? 0 : 400)
  }
  const [held, setHeld] = createSignal<Values | null>(null)
  const applicable = (of = fields()) => applicableFields(of, values(), held())
  /** `kept`: files that are safe on this device are as good as stored. */
  const check = (kept = false) => {
    const entered = kept ? withKept(values()) : values()
    const found = applicable().flatMap((field) => mistakesIn(field, entered))
    setMistakes(found)
    return found.length === 0
  }
  return {
    values,
    set,
    check,
    ready,
    mistakes,
    /** `applicable`: those of its fields that its answers ask for now. `setHeld`: the licence held is known, so nothing that it says is asked for. */
    applicable,
    setHeld,
    /** Under whom and which name photographs lie on this device. */
    place: () => ({ person: draft.person, name: about().name }),
    savedAt: draft.savedAt,
    /** On disk when it resolves. */
    save: draft.save,
    /** The words of a looked-up value, whose id nobody could read. */
    labelOf: (name: string) => labels()[name],
    labels,
    choose: (name: string, option: { id: string; label: string } | null) => {
      setLabels({ ...labels(), [name]: option?.label ?? '' })
      set(name, option?.id)
    },
    mistakeOf: (name: string) => mistakeOf().get(name),
    refuse: (refusal: Refusal) => setMistakes(refusalMistakes(refusal, fields(), values())),
    payload: () => payloadOf(applicable(), values()),
    /** It was sent and nobody knows what became of it: sending again asks, and does nothing twice. */
    unanswered: draft.unanswered,
    sentAs: draft.sentAs,
    changedSince: draft.changedSince,
    claim: draft.claim,
    settle: draft.settle,
    renew: draft.renew,
    done: draft.drop,
  }
}

export type Form = ReturnType<typeof createForm>

/** The server's words; where it names a field, the line leads there. */
const refusalMistakes = (refusal: Refusal, fields: Field[], values: Values): Mistake[] => {
  const named = Object.entries(refusal.details.fields ?? {}).flatMap(([path, words]) => {
    const field = shownAt(path, fields, values)
    return field === null ? [] : [{ field, words }]
  })
  const reasons = refusal.reasons.map((words) => ({ field: null, words }))
  return named.length + reasons.length > 0
    ? [...named, ...reasons]
    : [{ field: null, words: refusal.title }]
}
