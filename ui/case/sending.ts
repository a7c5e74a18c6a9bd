// How is an act sent once, also when the network or a colleague comes between?
import { useNavigate } from '@solidjs/router'
import { type Accessor, createSignal, onMount } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { caseApi } from '../client/case/cases.ts'
import { asRefusal, Refusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import type { Form } from '../form/form.ts'
import { client, refreshAfter } from '../reading/queries.ts'
import { isUnclear } from '../reading/requests.ts'
import { useMe } from '../screen/me.ts'
import type { Deferral, Sent } from './deferring.ts'
import { sentWords as w } from './sent-words.ts'

export type Conflict = { changes: TimelineItem[] }

const isConflict = (refusal: Refusal) =>
  refusal.status === 409 &&
  (refusal.code === 'stale-revision' || refusal.details.changes !== undefined)

const sentBefore = (form: Form): Sent | null =>
  form.unanswered() && form.sentAs() !== '' ? (JSON.parse(form.sentAs()) as Sent) : null

/** `onDone`: who opened the form in a dialog stays there. `replaces`: the entry of the outbox that the form changes. */
type SendingOptions = {
  onDone?: ((revision: number) => void) | undefined
  replaces?: string | undefined
}

/** The key is made when the form opens and kept with the draft across retries and crashes; only a new decision gets a new one. */
export const createSending = (
  view: Accessor<CaseView>,
  act: Accessor<ActView>,
  form: Form,
  { onDone, replaces }: SendingOptions,
) => {
  const navigate = useNavigate()
  const me = useMe()
  const [deferral, setDeferral] = createSignal<Deferral | null>(null)
  onMount(async () => {
    if (!act().deferrable) return
    const part = await import('./deferring.ts').catch(() => null)
    if (part) setDeferral(part.createDeferral({ view, act, form, me, replaces }))
  })
  const [busy, setBusy] = createSignal(false)
  const [conflict, setConflict] = createSignal<Conflict | null>(null)
  let material = view().material
  const refused = (refusal: Refusal) => {
    if (!isUnclear(refusal)) void form.settle()
    if (isConflict(refusal)) setConflict({ changes: refusal.details.changes ?? [] })
    else form.refuse(refusal.status === 401 ? new Refusal(401, { title: w.notSent }) : refusal)
    if (refusal.status === 409) void client.invalidateQueries({ queryKey: ['case', view().id] })
  }
  /** True: it waits on this device; where its case has a room, that is where it stands. */
  const keep = async (sent: Sent, key: string, unanswered: boolean) => {
    if (!(await deferral()?.keep(sent, key, unanswered))) return false
    const { id, itemKinds, revision } = view()
    if (onDone) onDone(revision)
    else navigate(itemKinds.length > 0 ? paths.incident(id) : paths.case(id), { replace: true })
    return true
  }
  const deliver = async (sent: Sent, key: string) => {
    const { id } = view()
    const { type } = act()
    const [data, material, taskId] = sent
    try {
      const answer = await caseApi.act({ id, type, data, taskId, key, material })
      await form.done()
      await deferral()?.replaced()
      refreshAfter(id, answer.revision)
      if (onDone) onDone(answer.revision)
      else navigate(paths.sent(id, type, !answer.committed), { replace: true })
    } catch (error) {
      const refusal = asRefusal(error)
      if (!isUnclear(refusal) || !(await keep(sent, key, true))) refused(refusal)
    }
  }
  const send = async () => {
    if (busy()) return
    setBusy(true)
    const before = sentBefore(form)
    material = before?.[1] ?? material
    // Once it is done its form is gone: only the very same words ask for the answer that was lost.
    const sent: Sent = before && !act().allowed ? before : [form.payload(), material, act().taskId]
    const key = await form.claim(JSON.stringify(sent))
    const later = deferral()
    if (!later || !(await later.mustKeep(sent))) await deliver(sent, key)
    else if (!(await keep(sent, key, before !== null)))
      form.refuse(new Refusal(0, { title: later.words.notKept }))
    setBusy(false)
  }
  /** The reader has seen the changes: from now on the present state counts. */
  const accept = () => {
    material = view().material
    setConflict(null)
  }
  return { busy, conflict, send, accept, deferral }
}

export type ActSending = ReturnType<typeof createSending>
