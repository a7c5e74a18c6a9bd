// What may this person do with the case, and why not the rest?
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { Text } from '../../domain/language/words.ts'
import { caseApi } from '../client/case/cases.ts'
import { asRefusal, newKey, type Refusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { refreshAfter } from '../reading/queries.ts'
import { caseWords as w } from './case-words.ts'

const keyOf = (act: ActView) => `${act.type}:${act.taskId ?? ''}`

/** Acts without any field are done by the button; all others open their form. */
export const isDirect = (act: ActView) =>
  act.kind === 'task' && act.fields.length === 0 && act.consequence === null

/** Does a fieldless desk act at once, with one key per press kept across retries. */
const useDirect = (view: () => CaseView) => {
  const [busy, setBusy] = createSignal<string | null>(null)
  const [refusal, setRefusal] = createSignal<Refusal | null>(null)
  let key: string | null = null
  const run = async (act: ActView) => {
    if (busy()) return
    setBusy(keyOf(act))
    setRefusal(null)
    key ??= newKey()
    try {
      const answer = await caseApi.act({
        id: view().id,
        type: act.type,
        data: {},
        taskId: act.taskId,
        key,
        material: view().material,
      })
      key = null
      refreshAfter(view().id, answer.revision)
    } catch (error) {
      const refusal = asRefusal(error)
      if (refusal.status !== 0 && refusal.status !== 503) key = null
      setRefusal(refusal)
    } finally {
      setBusy(null)
    }
  }
  return { busy, refusal, run }
}

const Why = (props: { id: string; reasons: Text[] }) => (
  <ul id={props.id} class="reasons">
    <For each={props.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
  </ul>
)

type ActProps = {
  case: CaseView
  act: ActView
  primary: boolean
  busy: boolean
  onDirect: (act: ActView) => void
}

/** Two tasks may offer the same verb: then each names its task. */
const nameOf = (view: CaseView, act: ActView): string => {
  const twins = view.acts.filter((one) => one.type === act.type && (one.relevant || one.allowed))
  const task = twins.length > 1 ? view.tasks.find(({ id }) => id === act.taskId) : undefined
  return task ? `${t(act.words)} · ${t(task.words)}` : t(act.words)
}

const Act = (props: ActProps) => {
  const id = createUniqueId()
  /** A form may be opened and written without the network; what a button does at once may not. */
  const silence = () => (isDirect(props.act) ? noSending() : null)
  const reasons = () => [silence(), ...props.act.reasons].flatMap((reason) => reason ?? [])
  const open = () => props.act.allowed && silence() === null
  const look = () =>
    `button act ${props.primary ? 'primary' : ''} ${props.act.consequence ? 'grave' : ''}`
  return (
    <li>
      <Show
        when={open()}
        fallback={
          <>
            <button type="button" class={look()} aria-disabled="true" aria-describedby={id}>
              {nameOf(props.case, props.act)}
            </button>
            <Why id={id} reasons={reasons()} />
          </>
        }
      >
        <Show
          when={isDirect(props.act)}
          fallback={
            <a class={look()} href={paths.act(props.case.id, props.act.type, props.act.taskId)}>
              {nameOf(props.case, props.act)}
            </a>
          }
        >
          <button
            type="button"
            class={look()}
            aria-disabled={props.busy}
            onClick={() => props.onDirect(props.act)}
          >
            {props.busy ? t(w.working) : nameOf(props.case, props.act)}
          </button>
        </Show>
      </Show>
    </li>
  )
}

const Group = (props: {
  title: Text
  acts: ActView[]
  class?: string
  render: (act: ActView) => ReturnType<typeof Act>
}) => (
  <Show when={props.acts.length > 0}>
    <h3 class="acts-title">{t(props.title)}</h3>
    <ul class={`acts ${props.class ?? ''}`}>
      <For each={props.acts}>{(act) => props.render(act)}</For>
    </ul>
  </Show>
)

/** What belongs to one task stands together; with a single task there is nothing to tell apart. */
const byTask = (view: CaseView, acts: ActView[]): { title: Text | null; acts: ActView[] }[] => {
  const ids = [...new Set(acts.map(({ taskId }) => taskId))].sort(
    (a, b) => Number(a === null) - Number(b === null),
  )
  if (ids.length < 2) return [{ title: null, acts }]
  return ids.map((id) => ({
    title: view.tasks.find((task) => task.id === id)?.words ?? w.besideTasks,
    acts: acts.filter(({ taskId }) => taskId === id),
  }))
}

const Folded = (props: {
  title: Text
  acts: ActView[]
  open?: boolean
  class?: string
  render: (act: ActView) => ReturnType<typeof Act>
}) => (
  <Show when={props.acts.length > 0}>
    <details class="other-acts" open={props.open ?? false}>
      <summary>
        {t(props.title)} <span class="count">{props.acts.length}</span>
      </summary>
      <ul class={`acts ${props.class ?? ''}`}>
        <For each={props.acts}>{(act) => props.render(act)}</For>
      </ul>
    </details>
  </Show>
)

/** What is done with a task itself; of several tasks the same six each, so that what is usual would be lost among them. */
const DeskActs = (props: { acts: ActView[]; render: (act: ActView) => ReturnType<typeof Act> }) => {
  const several = () => new Set(props.acts.flatMap(({ taskId }) => taskId ?? [])).size > 1
  const shown = () => props.acts.filter((act) => !several() || act.usual)
  const folded = () => props.acts.filter((act) => several() && !act.usual)
  return (
    <>
      <Group title={w.deskActs} acts={shown()} class="minor" render={props.render} />
      <Folded title={w.deskActs} acts={folded()} class="minor" render={props.render} />
    </>
  )
}

type EventsProps = {
  case: CaseView
  acts: ActView[]
  render: (act: ActView) => ReturnType<typeof Act>
}

const Events = (props: EventsProps) => (
  <For each={byTask(props.case, props.acts)}>
    {(group) => (
      <Show
        when={group.title}
        fallback={
          <ul class="acts">
            <For each={group.acts}>{(act) => props.render(act)}</For>
          </ul>
        }
      >
        {(title) => <Group title={title()} acts={group.acts} render={props.render} />}
      </Show>
    )}
  </For>
)

/** What usually comes next for this reader, taking a task only where nothing can be done; undefined where nothing is usual. */
export const usualAct = ({ acts }: Pick<CaseView, 'acts'>): ActView | undefined => {
  const usual = acts.filter((act) => act.usual && act.allowed)
  return usual.find(({ type }) => type !== 'claim') ?? usual[0]
}

/** The usual act alone, large, wherever there is room for one button only. */
export const UsualButton = (props: { case: CaseView; act: ActView }) => {
  const direct = useDirect(() => props.case)
  const busy = () => direct.busy() === keyOf(props.act)
  return (
    <ul class="acts">
      <Act
        case={props.case}
        act={props.act}
        primary
        busy={busy()}
        onDirect={(one) => void direct.run(one)}
      />
      <Show when={direct.refusal()}>
        {(refusal) => (
          <li>
            <DirectRefusal refusal={refusal()} />
          </li>
        )}
      </Show>
    </ul>
  )
}

/** Forbidden acts stay in sight with their unmet conditions. */
export const EventBar = (props: { case: CaseView }) => {
  const id = createUniqueId()
  const direct = useDirect(() => props.case)
  const relevant = createMemo(() => props.case.acts.filter((act) => act.relevant || act.allowed))
  /** What is done with documents stands beside them. */
  const mine = createMemo(() => relevant().filter((act) => act.allowed && act.kind !== 'document'))
  const usual = createMemo(() => usualAct(props.case))
  const rest = createMemo(() => mine().filter((act) => act !== usual()))
  /** What does harm when it is done by mistake stands apart. */
  const consequential = () => rest().filter((act) => act.consequence !== null)
  const kind = (wanted: ActView['kind']) =>
    rest().filter((act) => act.kind === wanted && act.consequence === null)
  const others = createMemo(() => relevant().filter((act) => !act.allowed))
  const render = (primary: boolean) => (act: ActView) => (
    <Act
      case={props.case}
      act={act}
      primary={primary}
      busy={direct.busy() === keyOf(act)}
      onDirect={(one) => void direct.run(one)}
    />
  )
  return (
    <section class="block event-bar" aria-labelledby={id}>
      <h2 id={id}>{t(w.acts)}</h2>
      <Show when={direct.refusal()}>{(refusal) => <DirectRefusal refusal={refusal()} />}</Show>
      <Show when={mine().length === 0}>
        <p class="muted">{t(w.noActs)}</p>
      </Show>
      <Show when={usual()}>{(act) => <ul class="acts usual">{render(true)(act())}</ul>}</Show>
      <Events case={props.case} acts={kind('event')} render={render(false)} />
      <DeskActs acts={kind('task')} render={render(false)} />
      <Group title={w.clockActs} acts={kind('clock')} class="minor" render={render(false)} />
      <Group
        title={w.consequentialActs}
        acts={consequential()}
        class="apart"
        render={render(false)}
      />
      <Folded
        title={w.otherActs}
        acts={others()}
        open={mine().length === 0}
        render={render(false)}
      />
    </section>
  )
}

const DirectRefusal = (props: { refusal: Refusal }) => (
  <div class="error-summary" role="alert">
    <p>{t(props.refusal.title)}</p>
    <Why id={createUniqueId()} reasons={props.refusal.reasons} />
  </div>
)
