// Which frames, messages and pushes were refused, and how often?

import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import type { FrameRow } from '../../../domain/letters/views.ts'
import type { Sought } from '../../client/letters.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { letterQueries } from './client.ts'
import { Frame } from './frame.tsx'
import { Listed } from './listed.tsx'
import { letterWords as w } from './words.ts'

type Props = { sought: Sought; onPage: (cursor: string) => void; onChanged: () => void }

const keptWords = ({ kept, whole }: FrameRow) =>
  kept === 0 ? w.nothingKept : fill(whole ? w.bytes : w.cut, { n: kept })

const Row = (props: { one: FrameRow; onOpen: () => void }) => (
  <tr>
    <td>{showMoment(props.one.at)}</td>
    <td>{props.one.feed}</td>
    <td>{props.one.device ?? props.one.peer}</td>
    <td>
      <strong>{props.one.reason}</strong> {props.one.words}
    </td>
    <td>{t(keptWords(props.one))}</td>
    <td>
      <Show when={props.one.replayed}>
        {(state) => <span class="letters-came">{t(w[state()])}</span>}
      </Show>
      <button
        type="button"
        class="button small"
        aria-label={t(fill(w.openOf, { feed: props.one.feed, time: showMoment(props.one.at) }))}
        onClick={() => props.onOpen()}
      >
        {t(w.open)}
      </button>
    </td>
  </tr>
)

export const Frames = (props: Props) => {
  const found = useQuery(() => letterQueries.frames(props.sought))
  const [open, setOpen] = createSignal<number | null>(null)
  const changed = () => {
    void found.refetch()
    props.onChanged()
  }
  return (
    <>
      <Listed
        found={found}
        name={w.frames}
        empty={w.noFrames}
        cursor={props.sought.cursor}
        onPage={props.onPage}
      >
        {({ items }) => (
          <PlainTable name={w.frames} heads={[w.at, w.feed, w.device, w.reason, w.kept, w.replay]}>
            <For each={items}>{(one) => <Row one={one} onOpen={() => setOpen(one.seq)} />}</For>
          </PlainTable>
        )}
      </Listed>
      <Dialog
        class="letters-frame"
        open={open() !== null}
        title={t(fill(w.frameOf, { n: open() ?? '' }))}
        onClose={() => setOpen(null)}
      >
        <Show when={open()}>{(seq) => <Frame seq={seq()} onDone={changed} />}</Show>
      </Dialog>
    </>
  )
}

export const Counts = (props: Omit<Props, 'onChanged'>) => {
  const found = useQuery(() => letterQueries.counts(props.sought))
  return (
    <Listed
      found={found}
      name={w.counts}
      empty={w.noCounts}
      cursor={props.sought.cursor}
      onPage={props.onPage}
    >
      {({ items }) => (
        <PlainTable name={w.counts} heads={[w.day, w.feed, w.device, w.reason, w.times]}>
          <For each={items}>
            {(one) => (
              <tr>
                <td>{one.day}</td>
                <td>{one.feed}</td>
                <td>{one.device || '–'}</td>
                <td>{one.reason}</td>
                <td>{one.count}</td>
              </tr>
            )}
          </For>
        </PlainTable>
      )}
    </Listed>
  )
}
