// At which step of the way is the matter, in plain words?
import { createMemo, For } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import type { Step } from '../list/additions.ts'
import { type Look, looksOf } from './step-looks.ts'
import { portalWords as w } from './words.ts'

const lookWords: Record<Look, Text> = {
  done: w.stepDone,
  now: w.stepNow,
  ended: w.stepEnded,
  later: w.stepLater,
}
const signs: Record<Look, string> = { done: '✓', now: '●', ended: '■', later: '' }

export const Steps = (props: { case: CaseView; steps: Step[] }) => {
  const looks = createMemo(() => looksOf(props.case, props.steps))
  const short = () => {
    const [all, now] = [props.steps.length, looks().indexOf('now')]
    const at = now >= 0 ? now : looks().includes('later') ? -1 : all - 1
    const step = props.steps[at]
    return step
      ? t(fill(w.stepOf, { n: at + 1, all, name: t(step.words) }))
      : t(fill(w.endedAs, { state: t(props.case.state) }))
  }
  return (
    <section class="steps-box" aria-label={t(w.steps)}>
      <p class="steps-short">{short()}</p>
      <ol class="steps">
        <For each={props.steps}>
          {(step, index) => {
            const look = () => looks()[index()] ?? 'later'
            return (
              <li class={look()} aria-current={look() === 'now' ? 'step' : undefined}>
                <span class="step-mark" aria-hidden="true">
                  {signs[look()] || index() + 1}
                </span>
                <span>{t(step.words)}</span>
                <span class="visually-hidden">{t(lookWords[look()])}</span>
              </li>
            )
          }}
        </For>
      </ol>
    </section>
  )
}
