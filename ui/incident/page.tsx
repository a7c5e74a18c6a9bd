// How is a response run: which orders are out and how do they stand, what has happened, what is done next? (S14)
import { useNavigate, useParams } from '@solidjs/router'
import {
  createMemo,
  createSignal,
  For,
  lazy,
  Match,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ItemView } from '../../contract/case/items.ts'
import { fill } from '../../domain/language/words.ts'
import type { askItems } from '../client/case/items.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { itemsOf } from '../items/asking.ts'
import { Answered } from '../reading/answered.tsx'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { storyOf } from '../reading/story.ts'
import { useKeys } from '../screen/keys.ts'
import Missing from '../screen/missing.tsx'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { countdown, createSeconds } from '../screen/seconds.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { cityTime } from '../screen/time.ts'
import { followCase } from './following.ts'
import { Gantt } from './gantt.tsx'
import { PlannedOrders } from './plan.tsx'
import { Standing } from './standing.tsx'
import { incidentWords as w } from './words.ts'
import './incident.css'
import '../items/items.css'

type Answer = Awaited<ReturnType<typeof askItems>>

/** Loaded for whoever has written without a connection. */
const WaitingOfCase = lazy(() => import('../outbox/of-case.tsx'))

const IncidentLog = lazy(() => import('./log.tsx'))

/** Loaded by whoever looks at it, and alone: a wall is no room. */
const IncidentWall = lazy(() => import('./wall/wall.tsx'))
/** What stands behind the address of an incident for its wall. */
const wallView = 'wall'

const NearestResources = lazy(() => import('./resources.tsx'))

const Correspondence = lazy(() => import('../items/correspondence.tsx'))

const Items = lazy(() => import('../items/items.tsx'))

/** Acts that only add to the record are those that a room does all the time: they stand in front. */
const oftenIn = ({ acts }: CaseView, opens: string[]) =>
  [...opens, 'note-event'].flatMap(
    (type) => acts.find((act) => act.type === type && act.allowed) ?? [],
  )

const Head = (props: { case: CaseView; opens: string[] }) => {
  const seconds = createSeconds()
  const open = () => props.case.status === 'open'
  const elapsed = () => (cityTime(seconds.now()) - Date.parse(props.case.openedAt)) / 1_000
  return (
    <header class="incident-head">
      <div>
        <h1>{props.case.title}</h1>
        <p class="muted">
          {[props.case.number, t(props.case.region.name), props.case.site ?? ''].join(' · ')}
        </p>
      </div>
      <p class="incident-state">
        <LevelMark level={props.case.level} word /> <strong>{t(props.case.state)}</strong>
      </p>
      <p class="incident-elapsed" aria-hidden="true">
        <span class="muted">{t(open() ? w.elapsed : w.closed)}</span>{' '}
        <Show when={open()}>
          <strong>{countdown(elapsed())}</strong>
        </Show>
      </p>
      <nav class="incident-acts" aria-label={t(w.acts)}>
        <For each={oftenIn(props.case, props.opens)}>
          {(act, nth) => (
            <a
              class={`button ${nth() === 0 ? 'primary' : ''}`}
              href={paths.act(props.case.id, act.type, act.taskId)}
            >
              {t(act.words)}
            </a>
          )}
        </For>
        <a class="button" href={`${paths.incident(props.case.id)}/${wallView}`}>
          {t(w.wall)}
        </a>
        <a class="button" href={paths.case(props.case.id)} title={t(w.otherActs)}>
          {t(w.toCase)}
        </a>
        <button type="button" class="button" onClick={() => print()}>
          {t(w.print)}
        </button>
      </nav>
    </header>
  )
}

const Orders = (props: { case: CaseView; items: ItemView[] }) => {
  const [listed, setListed] = createSignal(matchMedia('(max-width: 640px)').matches)
  const seconds = createSeconds()
  const current = () => cityTime(seconds.now())
  const minute = createMemo(() => Math.floor(current() / 60_000) * 60_000)
  const open = () => props.items.filter(({ endedAt }) => endedAt === null)
  const late = () => open().filter((one) => one.dueAt && Date.parse(one.dueAt) <= current())
  return (
    <>
      <section class="block" aria-labelledby="incident-orders">
        <div class="items-head">
          <h2 id="incident-orders">{t(w.orders)}</h2>
          <span class="muted">{t(fill(w.openOrders, { open: open().length }))}</span>
          <Show when={late().length > 0}>
            <strong class="incident-late">{t(fill(w.lateOrders, { late: late().length }))}</strong>
          </Show>
          <button type="button" class="button" onClick={() => setListed(!listed())}>
            {t(listed() ? w.asPicture : w.asTable)}
          </button>
        </div>
        <Show when={props.items.length > 0} fallback={<p class="empty">{t(w.noOrders)}</p>}>
          <Show when={!listed()}>
            <Gantt items={props.items} now={minute()} />
          </Show>
        </Show>
      </section>
      <Show when={listed()}>
        <Suspense fallback={<Skeleton rows={3} />}>
          <Items case={props.case} work />
        </Suspense>
      </Show>
    </>
  )
}

/** The acts that open what a plan has foreseen: names, so that a block stays when the room is read again. */
const plannedActs = ({ kinds, planned }: Answer): string[] =>
  kinds.flatMap(({ kind, opens }) => (planned.some((one) => one.kind === kind) ? [opens] : []))

/** What is done, without what is only said. */
const workIn = ({ kinds, items }: Answer): ItemView[] => {
  const said = kinds.flatMap(({ kind, correspondence }) => (correspondence ? [kind] : []))
  return said.length === 0 ? items : items.filter(({ kind }) => !said.includes(kind))
}

/** The act that calls what lies near. */
const callingAct = ({ kinds }: Answer) => kinds.find(({ calls }) => calls)?.opens

const plannedBy = ({ kinds, planned }: Answer, opens: string) =>
  planned.filter(({ kind }) => kinds.some((one) => one.kind === kind && one.opens === opens))

const Room = (props: { case: CaseView }) => {
  const navigate = useNavigate()
  const items = useQuery(() => itemsOf(props.case.id))
  const timeline = useQuery(() => storyOf(props.case.id))
  onMount(() => {
    void Items.preload()
    void IncidentLog.preload()
  })
  followCase(() => props.case)
  const opens = () => (items.isSuccess ? items.data.kinds.map((kind) => kind.opens) : [])
  const go = (type: string | undefined) => {
    if (type && props.case.acts.some((act) => act.type === type && act.allowed))
      navigate(paths.act(props.case.id, type))
  }
  useKeys({ c: () => go('note-event'), t: () => go(opens()[0]) })
  return (
    <>
      <PrintHead />
      <Head case={props.case} opens={opens()} />
      <div class="incident-columns">
        <div>
          <Suspense>
            <WaitingOfCase case={props.case} only="tasks" />
          </Suspense>
          <Answered found={items} what={w.orders} rows={4}>
            {(answer) => (
              <>
                <For each={plannedActs(answer())}>
                  {(opens) => (
                    <PlannedOrders
                      case={props.case}
                      planned={plannedBy(answer(), opens)}
                      opens={opens}
                    />
                  )}
                </For>
                <Orders case={props.case} items={workIn(answer())} />
                <Suspense>
                  <Correspondence case={props.case} answer={answer()} />
                </Suspense>
                <Show when={props.case.status === 'open' && callingAct(answer())}>
                  {(opens) => (
                    <Suspense fallback={<Skeleton rows={3} />}>
                      <NearestResources case={props.case} opens={opens()} />
                    </Suspense>
                  )}
                </Show>
              </>
            )}
          </Answered>
          <Standing case={props.case} />
        </div>
        <Switch fallback={<Skeleton rows={8} />}>
          <Match when={timeline.isError && !timeline.data}>
            <Failure error={timeline.error} what={w.log} onRetry={() => void timeline.refetch()} />
            <Suspense>
              <WaitingOfCase case={props.case} only="log" />
            </Suspense>
          </Match>
          <Match when={timeline.isSuccess && timeline.data}>
            {(answer) => (
              <Suspense fallback={<Skeleton rows={8} />}>
                <IncidentLog caseId={props.case.id} items={answer().items} />
              </Suspense>
            )}
          </Match>
        </Switch>
      </div>
    </>
  )
}

const IncidentPage = () => {
  const params = useParams()
  const view = useQuery(() => queries.case(params.id ?? ''))
  const caseView = () => (view.isSuccess ? view.data : undefined)
  usePage(() => caseView()?.title ?? t(w.incident))
  return (
    <div class="page incident-page">
      <Switch fallback={<Skeleton rows={10} />}>
        <Match when={view.isError && !view.data}>
          <Failure error={view.error} what={w.incident} onRetry={() => void view.refetch()} alone />
        </Match>
        <Match when={caseView()?.itemKinds.length === 0}>
          <p class="empty">
            {t(w.notThis)} <a href={paths.case(params.id ?? '')}>{t(w.toCase)}</a>
          </p>
        </Match>
        <Match when={params.view === wallView && caseView()}>
          {(one) => <IncidentWall case={one()} />}
        </Match>
        <Match when={params.view === undefined && caseView()}>
          {(one) => <Room case={one()} />}
        </Match>
        <Match when={caseView()}>
          <Missing />
        </Match>
      </Switch>
    </div>
  )
}

export default IncidentPage
