// Which commands could not be decided, which alarms not be delivered, and who tries again?

import { createSignal, For, Show } from 'solid-js'
import type { CommandRow, OutboxRow } from '../../../contract/letters/letters.ts'
import { fill } from '../../../domain/language/words.ts'
import type { LetterKind } from '../../../domain/letters/views.ts'
import { tryAgain } from '../../client/letters.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { usePoll } from '../../reading/poll.ts'
import { useQuery } from '../../reading/query.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { ReasonForm } from '../devices/form.tsx'
import { letterQueries } from './client.ts'
import { Listed } from './listed.tsx'
import { Tries } from './tries.tsx'
import { letterWords as w } from './words.ts'

type Props = { cursor: string; onPage: (cursor: string) => void; onChanged: () => void }
type Chosen = { id: string | number; name: string }

/** A button in its row, and the form that asks for the reason. */
const useAgain = (kind: LetterKind, onDone: () => void) => {
  const [chosen, choose] = createSignal<Chosen | null>(null)
  const Again = (props: Chosen) => (
    <button
      type="button"
      class="button small"
      aria-label={t(fill(w.againOf, { what: props.name }))}
      onClick={() => choose({ ...props })}
    >
      {t(w.again)}
    </button>
  )
  const done = () => {
    choose(null)
    onDone()
  }
  const Asking = () => (
    <Dialog
      open={chosen() !== null}
      title={t(fill(w.againOf, { what: chosen()?.name ?? '' }))}
      onClose={() => choose(null)}
    >
      <Show when={chosen()}>
        {(one) => (
          <div class="registry">
            <ReasonForm
              label={t(w.again)}
              send={(reason, keyOf) => tryAgain(kind, one().id, reason, keyOf(reason))}
              onDone={done}
            />
          </div>
        )}
      </Show>
    </Dialog>
  )
  return { Again, Asking }
}

const nameOf = ({ number, id }: CommandRow) => number ?? id.slice(0, 8)

export const Commands = (props: Props) => {
  const found = useQuery(() => letterQueries.commands(props.cursor))
  const changed = () => {
    void found.refetch()
    props.onChanged()
  }
  usePoll(
    () => found.isSuccess && found.data.items.some(({ standing }) => standing === 'under-way'),
    2_000,
    changed,
  )
  const { Again, Asking } = useAgain('command', changed)
  return (
    <>
      <Listed
        found={found}
        name={w.commands}
        empty={w.noCommands}
        cursor={props.cursor}
        onPage={props.onPage}
      >
        {({ items }) => (
          <PlainTable name={w.commands} heads={[w.at, w.case, w.act, w.error, w.state, w.again]}>
            <For each={items}>
              {(one) => (
                <tr>
                  <td>{showMoment(one.at)}</td>
                  <td>
                    <Show when={one.number} fallback="–">
                      <a class="registry-link" href={paths.case(one.caseId)}>
                        {one.number}
                      </a>{' '}
                      {one.title}
                    </Show>
                  </td>
                  <td>{one.type ?? t(w.clock)}</td>
                  <td>{one.error}</td>
                  <td>{t(w[`standing-${one.standing}`])}</td>
                  <td>
                    <Show when={one.standing === 'waiting' && !one.obstacle}>
                      <Again id={one.id} name={nameOf(one)} />
                    </Show>
                    <Show when={one.obstacle}>{(why) => t(why())}</Show>
                    <Tries replays={one.replays} plain />
                  </td>
                </tr>
              )}
            </For>
          </PlainTable>
        )}
      </Listed>
      <Asking />
    </>
  )
}

const isWaiting = ({ replays }: OutboxRow) => replays.some(({ state }) => state === 'waiting')

export const Outbox = (props: Props) => {
  const found = useQuery(() => letterQueries.outbox(props.cursor))
  const changed = () => {
    void found.refetch()
    props.onChanged()
  }
  usePoll(() => found.isSuccess && found.data.items.some(isWaiting), 1_500, changed)
  const { Again, Asking } = useAgain('outbox', changed)
  return (
    <>
      <Listed
        found={found}
        name={w.outbox}
        empty={w.noOutbox}
        cursor={props.cursor}
        onPage={props.onPage}
      >
        {({ items }) => (
          <PlainTable
            name={w.outbox}
            heads={[w.at, w.alarm, w.event, w.error, w.attempts, w.next, w.again]}
          >
            <For each={items}>
              {(one) => (
                <tr>
                  <td>{showMoment(one.createdAt)}</td>
                  <td>{one.name}</td>
                  <td>{one.kind}</td>
                  <td>{one.error}</td>
                  <td>{one.attempts}</td>
                  <td>{showMoment(one.nextAt)}</td>
                  <td>
                    <Show when={!isWaiting(one)}>
                      <Again id={one.id} name={one.name} />
                    </Show>
                    <Tries replays={one.replays} />
                  </td>
                </tr>
              )}
            </For>
          </PlainTable>
        )}
      </Listed>
      <Asking />
    </>
  )
}
