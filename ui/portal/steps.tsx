// At which step of the way is the matter, in plain words?
import { createMemo, For } from 'solid-js'
import type { CaseView } from '../../domain/case/views.ts'
import { fill } from '../../domain/case/words.ts'
import type { Step } from '../additions.ts'
import { t } from '../words.ts'
import { portalWords as w } from './words.ts'

const look = (index: number, now: number) => (index < now ? 'done' : index === now ? 'now' : 'later')
const said = { done: w.stepDone, now: w.stepNow, later: w.stepLater } as const
const signOf = (at: number, now: number) => (at < now ? '✓' : at === now ? '●' : String(at + 1))

/** The party's words of the state decide; a closed case has all steps behind it. */
export const Steps = (props: { case: CaseView; steps: Step[] }) => {
  const now = createMemo(() => {
    if (props.case.status === 'closed') return props.steps.length
    const at = props.steps.findIndex((step) => step.states.some((words) => props.case.state.zh.includes(words)))
    return Math.max(at, 0)
  })
  const short = () => props.steps[Math.min(now(), props.steps.length - 1)]
  return (
    <section class="steps-box" aria-label={t(w.steps)}>
      <p class="steps-short">
        {t(fill(w.stepOf, { n: Math.min(now() + 1, props.steps.length), all: props.steps.length, name: short() ? t(short()!.words) : '' }))}
      </p>
      <ol class="steps">
        <For each={props.steps}>
          {(step, index) => (
            <li class={look(index(), now())} aria-current={index() === now() ? 'step' : undefined}>
              <span class="step-mark" aria-hidden="true">
                {signOf(index(), now())}
              </span>
              <span>{t(step.words)}</span>
              <span class="visually-hidden">{t(said[look(index(), now())])}</span>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
