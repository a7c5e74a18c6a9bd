// What stands out of service: who has permitted it, until when, under which number?
import { createMemo, For, Show } from 'solid-js'
import type { PermitView } from '../../contract/devices/permits.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Opening } from '../screen/opening.tsx'
import { showMoment } from '../screen/time.ts'
import { Ending } from './ending.tsx'
import './permits.css'
import { permitWords as w } from './words.ts'

export const standsNow = ({ state }: PermitView): boolean =>
  state === 'asked' || state === 'in-force'
const nameOf = ({ device, point }: PermitView) => `${device.name} ${point?.name ?? t(w.all)}`

const stateOf = (one: PermitView): string => {
  if (one.ended)
    return t(
      fill(one.ended.by ? w.ended : w.endedPlain, {
        by: one.ended.by ?? '',
        time: showMoment(one.ended.at),
        reason: one.ended.reason,
      }),
    )
  return t(fill(one.state === 'expired' ? w.expired : w.state, { time: showMoment(one.until) }))
}

const byOf = ({ by, at, requestedBy, reason }: PermitView) =>
  t(fill(by ? w.by : w.byPlain, { by: by ?? '', time: showMoment(at), asked: requestedBy, reason }))

const PutBack = (props: { permit: PermitView; onDone: () => void }) => {
  const title = () => t(fill(w.endOf, { name: nameOf(props.permit) }))
  return (
    <Opening
      class="button small"
      label={t(w.end)}
      named={title()}
      title={title()}
      onDone={props.onDone}
    >
      {(done) => <Ending permit={props.permit.id} onDone={done} />}
    </Opening>
  )
}

type LineProps = { permit: PermitView; linked: boolean; onDone: () => void }

const Line = (props: LineProps) => (
  <li data-state={props.permit.state}>
    <p>
      <Show when={props.linked} fallback={<strong>{props.permit.point?.name ?? t(w.all)}</strong>}>
        <a class="permit-device" href={paths.device(props.permit.device.id)}>
          {nameOf(props.permit)}
        </a>{' '}
        <span class="muted">{props.permit.enterprise ?? t(props.permit.region)}</span>
      </Show>{' '}
      <span class={standsNow(props.permit) ? 'tag dashed' : 'tag'}>{stateOf(props.permit)}</span>
    </p>
    <p>{t(fill(w.permit, { number: props.permit.number, work: t(props.permit.work) }))}</p>
    <p class="muted">{byOf(props.permit)}</p>
    <Show when={props.permit.state === 'asked'}>
      <p class="bad-words">{t(w.asked)}</p>
    </Show>
    <Show when={props.permit.hidden > 0}>
      <p class="bad-words">{t(fill(w.hidden, { n: props.permit.hidden }))}</p>
    </Show>
    <Show when={props.permit.mayEnd}>
      <PutBack permit={props.permit} onDone={() => props.onDone()} />
    </Show>
  </li>
)

/** `linked`: each leads to its device. A line keeps its element however often it is read again: what is being written in it is not lost. */
export const PermitLines = (props: {
  permits: PermitView[]
  none: Text
  linked: boolean
  onDone: () => void
}) => {
  const known = createMemo(() => new Map(props.permits.map((one) => [one.id, one])))
  return (
    <ul class="permit-list">
      <For each={[...known().keys()]} fallback={<li class="muted">{t(props.none)}</li>}>
        {(id) => (
          <Show when={known().get(id)}>
            {(one) => <Line permit={one()} linked={props.linked} onDone={() => props.onDone()} />}
          </Show>
        )}
      </For>
    </ul>
  )
}
