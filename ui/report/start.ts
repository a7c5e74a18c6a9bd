// How is a case opened once, however often the network or the browser fails between?
import { useNavigate } from '@solidjs/router'
import { createSignal, onMount } from 'solid-js'
import type { FollowReceipt } from '../../contract/parts/facts.ts'
import { startCase } from '../client/case/start.ts'
import { paths } from '../client/paths.ts'
import type { Form } from '../form/form.ts'
import { refreshAfter } from '../reading/queries.ts'
import { createSubmitting } from '../reading/submitting.ts'

/** One key from the opened form to the stored case; other words than those sent before are another case, and whoever sends them knows it. */
export const useStart = (
  process: () => string,
  form: Form,
  selfCheck: () => string | undefined,
) => {
  const navigate = useNavigate()
  const { busy, blocked, submit } = createSubmitting(form)
  onMount(() => void import('../case/sent-note.tsx'))
  const [receipt, setReceipt] = createSignal<{ follow: FollowReceipt; next: string } | null>(null)
  const written = () => JSON.stringify(form.payload())
  const changed = () => form.changedSince(written())
  /** `first`: what was sent before and had no answer, as it was. */
  const send = async (first: boolean, onRefused: () => void) => {
    const begin = async () => {
      const content = first ? form.sentAs() : written()
      const key = await form.claim(content)
      const answer = await startCase(process(), JSON.parse(content), key, selfCheck())
      await (first ? form.renew() : form.done())
      refreshAfter(answer.id, answer.revision)
      const next = paths.sent(answer.id, 'start', !answer.committed)
      if (answer.follow) setReceipt({ follow: answer.follow, next })
      else navigate(next, { replace: true })
    }
    // It was checked step by step.
    if (!blocked() && !(await submit(begin, () => true))) onRefused()
  }
  return { busy, changed, send, receipt }
}
