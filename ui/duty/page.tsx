// What rings now, and what is done first? (S13)
import { useNavigate, useSearchParams } from '@solidjs/router'
import {
  type Accessor,
  createMemo,
  createSignal,
  For,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import type { AlarmList } from '../../contract/duty/alarms.ts'
import type { AlarmBox, AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import '../list/case-list.css'
import { mostRows } from '../client/duty.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useKeys } from '../screen/keys.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { createSeconds } from '../screen/seconds.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { useAcknowledging } from './acting.ts'
import { Announced, useAnnouncer } from './announcing.tsx'
import { AlarmPane } from './detail.tsx'
import './styles/desk.css'
import './styles/rows.css'
import './styles/detail.css'
import './styles/pictures.css'
import './styles/pages.css'
import { linesOf } from './grouping.ts'
import { DutyHead, titleFor, useStaff } from './head.tsx'
import { AlarmGrid } from './list.tsx'
import { useAlarms } from './reading.ts'
import { Detail, useSheet } from './sheet.tsx'
import { useInsisting } from './sounding/insisting.ts'
import { toggleSound } from './sounding/sound.ts'
import { keepsBureauAlone } from './whose/posts.ts'
import { dutyWords as w } from './words/words.ts'

/** Beside the list, not before it: neither phones nor enterprises have it. */
const RateStrip = lazy(() => import('./rate.tsx'))
const Floods = lazy(() => import('./floods.tsx'))
const AlarmMap = lazy(() => import('./map.tsx'))

/** Only duty officers of bureaus have them. */
const WhoseChips = lazy(() => import('./whose/chips.tsx'))

const boxes: AlarmBox[] = ['active', 'shelved', 'out', 'returned']
const empty = { active: w.none, shelved: w.noneShelved, out: w.noneOut, returned: w.noneReturned }

const Tabs = (props: { box: AlarmBox; read: AlarmList | null; onBox: (box: AlarmBox) => void }) => (
  <nav class="chips duty-boxes" aria-label={t(w.boxes)}>
    <For each={boxes}>
      {(box) => (
        <button
          type="button"
          class="chip"
          aria-pressed={props.box === box}
          onClick={() => props.onBox(box)}
        >
          {t(w[box])} {props.read?.counts[box] ?? ''}
        </button>
      )}
    </For>
  </nav>
)

/** Lies over the list: what appears there moves no row from under the hand. */
const Over = (props: { failure: string; arrived: number; onRenew: () => void }) => (
  <div class="duty-over">
    <Show when={props.failure}>
      <p class="notice warn duty-failure" role="alert">
        {props.failure}
      </p>
    </Show>
    <Show when={props.arrived > 0}>
      <button type="button" class="pill" onClick={() => props.onRenew()}>
        {t(fill(w.arrived, { n: props.arrived }))}
      </button>
    </Show>
  </div>
)

const Overview = (props: { read: AlarmList | null; staff: boolean }) => (
  <>
    <Suspense fallback={<section class="duty-rate" />}>
      <RateStrip rate={props.read?.rate ?? []} />
    </Suspense>
    <Show when={props.staff}>
      <Suspense>
        <AlarmMap rows={props.read?.items ?? []} />
      </Suspense>
    </Show>
  </>
)

const useBox = (): [Accessor<AlarmBox>, (box: AlarmBox) => void] => {
  const [search, setSearch] = useSearchParams()
  const box = createMemo<AlarmBox>(() => boxes.find((one) => one === search.box) ?? 'active')
  return [box, (next) => setSearch({ box: next === 'active' ? undefined : next })]
}

const placeOf = ({ caseId, device, pointId }: AlarmRow): string =>
  caseId ? paths.case(caseId) : device ? paths.device(device, pointId) : paths.duty

/** The alarm one stands on, and how one comes to the next that one may acknowledge. */
const usePlace = (rows: Accessor<AlarmRow[]>, lines: Accessor<ReturnType<typeof linesOf>>) => {
  const [current, setCurrent] = createSignal<string | null>(null)
  let list: HTMLElement | undefined
  const next = () => {
    const order = lines().flatMap((line) => (line.kind === 'row' ? [line.row] : []))
    const at = order.findIndex(({ id }) => id === current())
    const turned = [...order.slice(at + 1), ...order.slice(0, at + 1)]
    const found = turned.find((row) => row.noAcknowledging === null) ?? turned[0]
    if (found) setCurrent(found.id)
    list?.focus({ preventScroll: true })
  }
  const row = createMemo(() => rows().find(({ id }) => id === current()) ?? null)
  const attach = (element: HTMLElement) => {
    list = element
  }
  return { current, setCurrent, next, row, attach }
}

const More = (props: { total: number }) => (
  <Show when={props.total > mostRows}>
    <p class="muted duty-note">{t(fill(w.more, { n: mostRows, total: props.total }))}</p>
  </Show>
)

const headings = () => ({ pinned: t(w.pinned), others: t(w.others), exercises: t(w.exercise) })

/** What is read is heard as well. */
const useListening = (box: Accessor<AlarmBox>, own: Accessor<boolean>, held: Accessor<boolean>) => {
  const announcer = useAnnouncer()
  const alarms = useAlarms(box, own, held, announcer.onFresh)
  return { alarms, announcer, insisting: useInsisting(alarms.waiting) }
}

const Duty = () => {
  const [box, setBox] = useBox()
  const [held, setHeld] = createSignal(false)
  const seconds = createSeconds()
  const me = useMe()
  const [search] = useSearchParams()
  const bureau = () => keepsBureauAlone(me())
  const own = () => bureau() && search.whose !== 'all'
  const { alarms, announcer, insisting } = useListening(box, own, held)
  const read = alarms.read
  const lines = createMemo(() =>
    linesOf(alarms.rows(), box() === 'active' ? alarms.floods() : [], headings()),
  )
  const place = usePlace(alarms.rows, lines)
  const acting = useAcknowledging(announcer.announce, alarms.reread)
  const navigate = useNavigate()
  const staff = useStaff()
  const sheet = useSheet(place.setCurrent, announcer.hush)
  const waiting = () => (staff() ? read()?.unacknowledged : read()?.unacknowledgedElsewhere) ?? 0
  usePage(() => `${waiting() ? `(${waiting()}) ` : ''}${titleFor(staff())}`)
  useKeys({ n: place.next, m: () => void toggleSound() })
  const pane = (row: Accessor<AlarmRow>) => (
    <AlarmPane
      row={row()}
      seconds={seconds}
      sending={acting.sending().has(row().id)}
      onAcknowledge={(one, measures) => void acting.acknowledge(one, measures)}
      onDone={() => void alarms.reread()}
    />
  )
  return (
    <section class="duty" aria-labelledby="duty-title">
      <Announced announcer={announcer} />
      <DutyHead
        staff={staff()}
        waiting={waiting()}
        elsewhere={read()?.unacknowledgedElsewhere ?? 0}
        seconds={seconds}
        insisting={insisting}
      />
      <Show when={bureau()}>
        <Suspense>
          <WhoseChips own={own()} />
        </Suspense>
      </Show>
      <Tabs box={box()} read={read()} onBox={setBox} />
      <Show when={alarms.floods().length > 0}>
        <Suspense>
          <Floods floods={alarms.floods()} />
        </Suspense>
      </Show>
      <div class="duty-columns">
        <div class="duty-main">
          <Over failure={acting.failure()} arrived={alarms.arrived()} onRenew={alarms.renew} />
          <Switch fallback={<Skeleton rows={7} class="list-skeleton" />}>
            <Match when={alarms.query.isError && !read()}>
              <Failure
                error={alarms.query.error}
                what={w.list}
                onRetry={() => void alarms.query.refetch()}
              />
            </Match>
            <Match when={read() && lines().length === 0}>
              <Empty summary={empty[box()]}>
                <p class="muted">{t(staff() ? w.noData : w.ownNoData)}</p>
              </Empty>
            </Match>
            <Match when={lines().length > 0}>
              <AlarmGrid
                lines={lines()}
                current={place.current()}
                sending={acting.sending()}
                seconds={seconds}
                onCurrent={place.setCurrent}
                onOpen={(row) => (sheet.show() ?? ((one) => navigate(placeOf(one))))(row)}
                onAcknowledge={(row) => void acting.acknowledge(row)}
                onDetail={sheet.show()}
                onHeld={setHeld}
                onEscape={alarms.renew}
                attach={place.attach}
              />
            </Match>
          </Switch>
          <More total={read()?.total ?? 0} />
        </div>
        <Detail
          sheet={sheet}
          row={place.row()}
          failure={acting.failure()}
          announcer={announcer}
          pane={pane}
        >
          <Show when={box() === 'active'}>
            <Overview read={read()} staff={staff()} />
          </Show>
        </Detail>
      </div>
    </section>
  )
}

export default Duty
