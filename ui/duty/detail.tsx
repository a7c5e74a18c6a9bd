// What is known of the alarm that the desk has before it?

import { createSignal, createUniqueId, For, lazy, Show, Suspense } from 'solid-js'
import type { AlarmDetail } from '../../contract/duty/alarms.ts'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { dutyApi } from '../client/duty.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { useQuery } from '../reading/query.ts'
import type { Seconds } from '../screen/seconds.ts'
import { showMoment } from '../screen/time.ts'
import { FirstAct } from './calling.tsx'
import { useStaff } from './head.tsx'
import { readingOf, stateOf } from './row.tsx'
import { dutyWords as w } from './words/words.ts'

/** Warnings and cameras come after the alarm itself. */
const Beside = lazy(() => import('./beside.tsx'))
const Shelving = lazy(() => import('./shelving.tsx'))
const Declaring = lazy(() => import('./declaring.tsx'))
const Judging = lazy(() => import('./judging.tsx'))
const OfAlarm = lazy(() => import('../permits/of-alarm.tsx'))

const Story = (props: { detail: AlarmDetail }) => (
  <>
    <h3>{t(w.events)}</h3>
    <ol class="duty-events" reversed>
      <For each={props.detail.events.slice(0, 20)}>
        {(one) => (
          <li>
            <strong>{t(one.words)}</strong> <span class="muted">{showMoment(one.at)}</span>{' '}
            {one.text} {one.by}
          </li>
        )}
      </For>
    </ol>
    <Show when={props.detail.deviceCommands.length > 0}>
      <h3>{t(w.deviceCommands)}</h3>
      <ul class="duty-events">
        <For each={props.detail.deviceCommands.slice(0, 20)}>
          {(one) => (
            <li>
              {t(one.words)} <span class="muted">{showMoment(one.at)}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </>
)

type DetailProps = {
  row: AlarmRow
  seconds: Seconds
  sending: boolean
  onAcknowledge: (row: AlarmRow, measures: string) => void
  onDone: () => void
}

const Acknowledge = (props: DetailProps) => {
  const [measures, setMeasures] = createSignal('')
  const field = createUniqueId()
  return (
    <Show when={props.row.noAcknowledging === null}>
      <div class="duty-form">
        <label for={field}>{t(w.measures)}</label>
        <textarea
          id={field}
          rows="2"
          maxlength="2000"
          value={measures()}
          onInput={(event) => setMeasures(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button primary"
          aria-disabled={props.sending}
          onClick={() => !props.sending && props.onAcknowledge(props.row, measures().trim())}
        >
          {t(props.sending ? w.sending : w.acknowledge)}
        </button>
      </div>
    </Show>
  )
}

const Links = (props: { row: AlarmRow }) => (
  <p class="duty-links">
    <Show when={props.row.caseId} fallback={<span class="muted">{t(w.noCase)}</span>}>
      {(id) => (
        <a class="button small" href={paths.case(id())}>
          {t(w.openCase)}
        </a>
      )}
    </Show>
    <Show when={props.row.permit}>
      <a class="button small" href={paths.dutyPermits}>
        {t(w.permits)}
      </a>
    </Show>
    <Show when={props.row.device}>
      {(id) => (
        <a class="button small" href={paths.device(id(), props.row.pointId)}>
          {t(w.openDevice)}
        </a>
      )}
    </Show>
  </p>
)

export const AlarmPane = (props: DetailProps) => {
  const staff = useStaff()
  const detail = useQuery(() => ({
    queryKey: ['alarm', props.row.id, props.row.seq, props.row.acked, props.row.shelvedUntil],
    queryFn: () => dutyApi.alarm(props.row.id),
    staleTime: 5_000,
    gcTime: 30_000,
  }))
  return (
    <section class="duty-pane" aria-labelledby="duty-pane-head">
      <h2 id="duty-pane-head">
        <LevelMark level={props.row.level} word /> {props.row.name} {t(props.row.condition)}
        <Show when={props.row.synthetic}>
          {' '}
          <span class="tag hatched duty-exercise">{t(w.exercise)}</span>
        </Show>
        <Show when={props.row.doubtful}>
          {' '}
          <span class="tag dashed">{t(w.doubtful)}</span>
        </Show>
        <Show when={props.row.unwatched}>
          {' '}
          <span class="tag dashed">{t(w.unwatched)}</span>
        </Show>
      </h2>
      <p>
        {readingOf(props.row)}{' '}
        <span class="muted">{props.row.enterprise?.name ?? t(props.row.region)}</span>
      </p>
      <Show when={props.row.keeper}>
        {(keeper) => <p>{t(fill(w.keeper, { office: t(keeper()) }))}</p>}
      </Show>
      <p class="duty-state">{stateOf(props.row)}</p>
      <p>
        <FirstAct row={props.row} />
      </p>
      <Links row={props.row} />
      <Acknowledge {...props} />
      <Show when={staff()}>
        <Suspense>
          <Judging row={props.row} />
        </Suspense>
      </Show>
      <div class="duty-put-aside">
        <Suspense>
          <Shelving row={props.row} now={props.seconds.now} onDone={props.onDone} />
        </Suspense>
        <Show when={props.row.mayDeclareOver}>
          <Suspense>
            <Declaring row={props.row} onDone={props.onDone} />
          </Suspense>
        </Show>
        <Show when={props.row.mayTakeOut && !props.row.permit && props.row.device}>
          {(device) => (
            <Suspense>
              <OfAlarm row={props.row} device={device()} onDone={props.onDone} />
            </Suspense>
          )}
        </Show>
      </div>
      <Show when={staff()}>
        <Suspense>
          <Beside row={props.row} />
        </Suspense>
      </Show>
      <Show when={detail.isSuccess && detail.data}>{(one) => <Story detail={one()} />}</Show>
    </section>
  )
}
