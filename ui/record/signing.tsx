// Who signs a task, in which order, and who has signed?
import { For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { AddedView, TaskView } from '../../domain/views/task-views.ts'
import { t } from '../client/words.ts'
import { caseWords as w } from './case-words.ts'
import './signing.css'
import { showMoment } from '../screen/time.ts'

const states: Record<AddedView['state'], Text> = {
  agreed: w.agreed,
  disagreed: w.disagreed,
  removed: w.removed,
  next: w.next,
  waiting: w.later,
}

/** `how`: as which signer; absent: as one of the task's own people. */
type Line = {
  name: string
  how: Text
  state: AddedView['state']
  at: string | null
  opinion: string | null
}

const linesOf = (task: TaskView): Line[] => {
  const own = task.signatures.map((signature): Line => {
    return {
      name: signature.name,
      how: w.ownSigner,
      state: signature.against ? 'disagreed' : 'agreed',
      at: signature.at,
      opinion: signature.opinion,
    }
  })
  const added = (first: boolean) =>
    task.added.flatMap((one): Line[] => {
      const name = one.by && one.by !== one.name ? `${one.name} ${one.by}` : one.name
      return one.first === first
        ? [{ name, how: one.position, state: one.state, at: one.at, opinion: one.opinion }]
        : []
    })
  return [...added(true), ...own, ...added(false)]
}

const Signer = (props: { line: Line }) => (
  <li class={`signer ${props.line.state}`}>
    <span class="signer-how">{t(props.line.how)}</span>
    <span class="signer-name">{props.line.name}</span>
    <span class="signer-state">{t(states[props.line.state])}</span>
    <Show when={props.line.at}>{(at) => <span class="muted">{showMoment(at())}</span>}</Show>
    <Show when={props.line.opinion}>
      {(opinion) => <span class="signer-opinion">{opinion()}</span>}
    </Show>
  </li>
)

export const Signing = (props: { task: TaskView }) => (
  <>
    <Show when={props.task.returned}>
      {(one) => (
        <p class="task-returned">
          {t(fill(w.returned, { from: t(one().from), by: one().by, reason: one().reason }))}
          <Show when={one().straight}>
            {' '}
            <span class="tag">{t(w.returnedStraight)}</span>
          </Show>
        </p>
      )}
    </Show>
    <Show when={props.task.delegated}>
      {(one) => (
        <p class="muted">
          {t(fill(w.delegated, { from: one().from, to: one().to, time: showMoment(one().at) }))}
        </p>
      )}
    </Show>
    <Show when={linesOf(props.task).length > 0}>
      <Show when={props.task.need > 1}>
        <p class="muted">
          {t(
            fill(w.votes, {
              have: props.task.signatures.filter(({ against }) => !against).length,
              need: props.task.need,
            }),
          )}
        </p>
      </Show>
      <ol class="signers" aria-label={t(w.signersLabel)}>
        <For each={linesOf(props.task)}>{(line) => <Signer line={line} />}</For>
      </ol>
    </Show>
    <Show when={props.task.waits}>{(waits) => <p class="signers-wait">{t(waits())}</p>}</Show>
  </>
)
