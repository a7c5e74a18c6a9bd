// Which case is it, and who holds it?
import { createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CaseView } from '../../contract/case/cases.ts'
import { fill } from '../../domain/language/words.ts'
import type { TaskView } from '../../domain/views/task-views.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import './case-parts.css'
import { DueCell } from '../clock/due.tsx'
import { showMoment, showStamp } from '../screen/time.ts'
import { caseWords as w } from './case-words.ts'
import { FactValue } from './facts.tsx'
import { Signing } from './signing.tsx'

/** Number, title, enterprise, state in words and the next legal date. */
export const Identity = (props: { case: CaseView; heading: 'h1' | 'h2' }) => (
  <header class="identity">
    <div class="identity-main">
      <p class="identity-number">
        <span>{props.case.number}</span>
        <span class="muted">{t(props.case.processTitle)}</span>
        <Show when={props.case.synthetic}>
          <span class="tag dashed">{t(w.synthetic)}</span>
        </Show>
      </p>
      <Dynamic component={props.heading} class="identity-title">
        {props.case.title}
      </Dynamic>
      <p class="identity-place">
        <LevelMark level={props.case.level} word />
        <span class={`state-word ${props.case.status}`}>{t(props.case.state)}</span>
        <Show when={props.case.enterprise}>{(enterprise) => <span>{enterprise().name}</span>}</Show>
        <span class="muted">
          {t(props.case.region.name)}
          <Show when={props.case.site}>{(site) => <> · {site()}</>}</Show>
        </span>
      </p>
    </div>
    <div class="identity-due">
      <Show when={props.case.status === 'open'} fallback={<ClosedStamp at={props.case.closedAt} />}>
        <Show when={props.case.due}>{(due) => <DueCell due={due()} />}</Show>
      </Show>
    </div>
  </header>
)

const ClosedStamp = (props: { at: string | null }) => (
  <span class="closed-stamp">
    ✓ {t(w.closed)}
    <Show when={props.at}>{(at) => <small>{showStamp(at())}</small>}</Show>
  </span>
)

const Holder = (props: { task: TaskView }) => (
  <Switch fallback={<span>{props.task.assignee}</span>}>
    <Match when={props.task.held}>
      <strong>{t(w.you)}</strong>
    </Match>
    <Match when={props.task.assignee === null}>
      <span class="muted">{t(w.nobody)}</span>
    </Match>
  </Switch>
)

/** What the first signer proposed, so that the second knows what he signs. */
const Proposal = (props: { proposal: NonNullable<TaskView['proposal']> }) => (
  <div class="proposal">
    <p>
      {t({
        zh: w.proposal.zh.replace('{name}', props.proposal.words.zh),
        en: w.proposal.en.replace('{name}', props.proposal.words.en),
      })}
    </p>
    <dl class="summary compact">
      <For each={props.proposal.data}>
        {(item) => (
          <div>
            <dt>{t(item.label)}</dt>
            <dd>
              <FactValue fact={item} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  </div>
)

const Task = (props: { task: TaskView }) => (
  <li class="task">
    <p class="task-head">
      <strong>{t(props.task.words)}</strong>
      <span class="muted">{t(fill(w.since, { time: showMoment(props.task.openedAt) }))}</span>
      <Show when={props.task.urged > 0}>
        <span class="tag">{t(fill(w.urged, { n: props.task.urged }))}</span>
      </Show>
    </p>
    <p class="task-who">
      <Holder task={props.task} />
      <span class="muted">{props.task.groups.map(t).join(t({ zh: '、', en: ', ' }))}</span>
      <Show when={props.task.mode}>{(mode) => <span class="tag">{t(mode())}</span>}</Show>
    </p>
    <For each={props.task.why}>{(why) => <p class="task-why muted">{t(why)}</p>}</For>
    <Signing task={props.task} />
    <Show when={props.task.proposal}>{(proposal) => <Proposal proposal={proposal()} />}</Show>
  </li>
)

export const Tasks = (props: { case: CaseView }) => {
  const id = createUniqueId()
  return (
    <Show when={props.case.tasks.length > 0}>
      <section class="block" aria-labelledby={id}>
        <h2 id={id}>{t(w.tasks)}</h2>
        <ul class="tasks">
          <For each={props.case.tasks}>{(task) => <Task task={task} />}</For>
        </ul>
      </section>
    </Show>
  )
}
