// Which act need not go at once, and how is it laid aside to be sent by itself?
import { useNavigate } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { paths } from '../client/paths.ts'
import type { Form } from '../form/form.ts'
import { noSending } from '../reading/live.ts'
import { useMe } from '../screen/me.ts'

/** What was sent, what it was judged upon, and for which task. */
export type Sent = [data: Record<string, unknown>, material: number, taskId: string | null]

/** `onDone`: who opened the form in a dialog stays there. `replaces`: the entry of the outbox that the form changes. */
export type SendingOptions = {
  onDone?: ((revision: number) => void) | undefined
  replaces?: string | undefined
}

const outbox = () => import('../outbox/keeping.ts')

/** What may be as right an hour later waits on this device instead, to be sent by itself. */
export const createDeferring = (
  view: Accessor<CaseView>,
  act: Accessor<ActView>,
  form: Form,
  { onDone, replaces }: SendingOptions,
) => {
  const navigate = useNavigate()
  const me = useMe()
  /** True: it waits there. */
  const keep = async ([data, material, taskId]: Sent, key: string, unanswered: boolean) => {
    if (!act().deferrable) return false
    const kept = await outbox()
      .then(({ keepWritten }) =>
        keepWritten({
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
        }),
      )
      .catch(() => false)
    if (!kept) return false
    await form.done()
    if (onDone) onDone(view().revision)
    else
      navigate(view().itemKinds.length > 0 ? paths.incident(view().id) : paths.case(view().id), {
        replace: true,
      })
    return true
  }
  /** Without a connection, and behind what was written to the task before. */
  const mustKeep = async ([, , taskId]: Sent) =>
    act().deferrable === true &&
    (noSending() !== null ||
      (await outbox()
        .then(({ mustWait }) => mustWait(me().id, { caseId: view().id, taskId, replaces }))
        .catch(() => false)))
  const replaced = async () => {
    if (replaces !== undefined) await (await outbox()).dropReplaced(me().id, replaces)
  }
  return { keep, mustKeep, replaced }
}
