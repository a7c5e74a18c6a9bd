// What does one refused frame look like, what does it say, and may it be replayed?

import { For, Show } from 'solid-js'
import type { FrameView } from '../../../contract/letters/letters.ts'
import { fill } from '../../../domain/language/words.ts'
import type { FramePart } from '../../../domain/letters/views.ts'
import { tryAgain } from '../../client/letters.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { usePoll } from '../../reading/poll.ts'
import { useQuery } from '../../reading/query.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { ReasonForm } from '../devices/form.tsx'
import { letterQueries } from './client.ts'
import { Hex } from './hex.tsx'
import { Tries } from './tries.tsx'
import { letterWords as w } from './words.ts'

const PartOfFrame = (props: { part: FramePart }) => (
  <>
    <h4>{t(fill(w.segmentOf, { from: props.part.from, to: props.part.to }))}</h4>
    <Show when={props.part.fault}>{(fault) => <p class="bad-words">× {fault().words}</p>}</Show>
    <Show when={props.part.fields.length > 0}>
      <PlainTable name={w.reading} heads={[w.field, w.value]}>
        <For each={props.part.fields}>
          {({ name, value }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          )}
        </For>
      </PlainTable>
    </Show>
  </>
)

/** Where the codec stumbles now, or where it was refused. */
const defectOf = ({ frames, offset }: FrameView): number | null =>
  frames?.find(({ fault }) => fault)?.fault?.at ?? (offset > 0 ? offset : null)

const FrameReading = (props: { one: FrameView; onDone: () => void }) => (
  <div class="registry">
    <p>
      <strong>{props.one.reason}</strong> {props.one.words}
      <br />
      <span class="muted">
        {[
          props.one.feed,
          props.one.protocol,
          props.one.device,
          props.one.peer,
          showMoment(props.one.at),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
    <Show when={props.one.kept > 0}>
      <h3>{t(w.original)}</h3>
      <Hex hex={props.one.hex} defect={defectOf(props.one)} />
      <h3>{t(w.reading)}</h3>
      <Show when={props.one.frames} fallback={<p class="muted">{t(w.noCodec)}</p>}>
        {(frames) => (
          <>
            <p class="muted">{t(w.readNow)}</p>
            <For each={frames()}>{(part) => <PartOfFrame part={part} />}</For>
          </>
        )}
      </Show>
    </Show>
    <Show when={props.one.replays.length > 0}>
      <h3>{t(w.tries)}</h3>
      <Tries replays={props.one.replays} />
    </Show>
    <h3>{t(w.replay)}</h3>
    <Show when={!props.one.obstacle} fallback={<p>{t(props.one.obstacle!)}</p>}>
      <p class="muted">{t(w.replayHint)}</p>
      <ReasonForm
        label={t(w.replayFrame)}
        send={(reason, keyOf) => tryAgain('frame', props.one.seq, reason, keyOf(reason))}
        onDone={props.onDone}
      />
    </Show>
  </div>
)

export const Frame = (props: { seq: number; onDone: () => void }) => {
  const found = useQuery(() => letterQueries.frame(props.seq))
  const again = () => {
    void found.refetch()
    props.onDone()
  }
  usePoll(
    () => found.isSuccess && found.data.replays.some(({ state }) => state === 'waiting'),
    1_500,
    again,
  )
  return (
    <Answered found={found} what={w.frames} rows={6}>
      {(one) => <FrameReading one={one()} onDone={again} />}
    </Answered>
  )
}
