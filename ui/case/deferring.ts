// Which act need not go at once, and how is it laid aside to be sent by itself? Loaded with the form of such an act.
import type { Accessor } from 'solid-js'
import type { Me } from '../../contract/account/session.ts'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { Form } from '../form/form.ts'
import { dropReplaced, keepWritten, mustWait } from '../outbox/keeping.ts'
import { noSending } from '../reading/live.ts'
import { deferringWords } from './deferring-words.ts'

/** What was sent, what it was judged upon, and for which task. */
export type Sent = [data: Record<string, unknown>, material: number, taskId: string | null]

type Written = {
  view: Accessor<CaseView>
  act: Accessor<ActView>
  form: Form
  me: Accessor<Me>
  /** The entry of the outbox that the form changes. */
  replaces: string | undefined
}

export type Deferral = ReturnType<typeof createDeferral>

/** What may be as right an hour later waits on this device instead. */
export const createDeferral = ({ view, act, form, me, replaces }: Written) => ({
  words: deferringWords,
  /** True: it waits there, and the form is done. */
  keep: async ([data, material, taskId]: Sent, key: string, unanswered: boolean) => {
    const kept = await keepWritten({
      case: view(),
      act: act(),
      author: me(),
      values: form.values(),
      labels: form.labels(),
      photosAt: form.place().name,
      data,
      material,
      taskId,
      key,
      unanswered,
      replaces,
    }).catch(() => false)
    if (kept) await form.done()
    return kept
  },
  /** Without a connection, and behind what was written to the task before. */
  mustKeep: async ([, , taskId]: Sent) =>
    noSending() !== null ||
    (await mustWait(me().id, { caseId: view().id, taskId, replaces }).catch(() => false)),
  /** It has gone another way. */
  replaced: async () => {
    if (replaces !== undefined) await dropReplaced(me().id, replaces).catch(() => undefined)
  },
})
