// Who brings a plan further: submits, withdraws, approves or refuses it, takes it on file?
import { createSignal, Show } from 'solid-js'
import type { YearPlanView } from '../../contract/year-plans/year-plans.ts'
import type { Text } from '../../domain/language/words.ts'
import { yearPlansApi } from '../client/case/year-plans.ts'
import { t } from '../client/words.ts'
import { Failure } from '../screen/states.tsx'
import { createPressing } from '../shelf/pressing.ts'
import { readPlansAnew } from './reading.ts'
import { yearPlanWords as w } from './words.ts'

export const Deciding = (props: { plan: YearPlanView }) => {
  const { busy, failed, send } = createPressing(readPlansAnew)
  const [opinion, setOpinion] = createSignal('')
  const may = () => props.plan.may
  const Press = (press: {
    words: Text
    usual?: boolean
    work: (key: string) => Promise<unknown>
  }) => (
    <button
      type="button"
      class={`button ${press.usual ? 'primary' : ''}`}
      aria-disabled={busy()}
      onClick={() => void send(press.work)}
    >
      {t(press.words)}
    </button>
  )
  const { id } = props.plan
  return (
    <Show when={may().submit || may().withdraw || may().decide || may().receive}>
      <section class="block">
        <h2>{t(w.next)}</h2>
        <Show when={may().decide}>
          <div class="field">
            <label for="plan-opinion">{t(w.opinion)}</label>
            <textarea
              id="plan-opinion"
              rows={2}
              maxLength={500}
              value={opinion()}
              onInput={(event) => setOpinion(event.currentTarget.value)}
            />
          </div>
        </Show>
        <p class="plan-pages">
          <Show when={may().submit}>
            <Press words={w.submit} usual work={(key) => yearPlansApi.submit(id, key)} />
          </Show>
          <Show when={may().decide}>
            <Press
              words={w.approve}
              usual
              work={(key) => yearPlansApi.approve(id, opinion().trim(), key)}
            />
            <Press
              words={w.reject}
              work={(key) => yearPlansApi.reject(id, opinion().trim(), key)}
            />
          </Show>
          <Show when={may().receive}>
            <Press words={w.receive} usual work={(key) => yearPlansApi.receive(id, key)} />
          </Show>
          <Show when={may().withdraw}>
            <Press words={w.withdraw} work={(key) => yearPlansApi.withdraw(id, key)} />
          </Show>
        </p>
        <Show when={failed()}>{(error) => <Failure error={error()} />}</Show>
      </section>
    </Show>
  )
}
