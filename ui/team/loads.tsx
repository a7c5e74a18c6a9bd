// Who holds how much, what has nobody claimed at which post, and how soon does the law want it?
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { LoadView, PoolView, TeamMember, TeamView } from '../../contract/supervision/team.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { tableWords } from '../screen/table-words.ts'
import { showDateShort } from '../screen/time.ts'
import { holderOfPool } from './reading.ts'
import { teamWords as w } from './words.ts'

const parts = ['overdue', 'soon', 'next', 'later'] as const
/** `full`: the name where no heading says what it is of. */
type Entry = LoadView & { key: string; name: string; full: string; notes: string[]; posts: string }

const notesOf = (one: TeamMember): string[] => [
  ...(one.left ? [t(w.personLeft)] : []),
  ...(one.stray > 0 && !one.left ? [t(fill(w.stray, { n: one.stray }))] : []),
  ...one.substitutes.map(({ name, to }) =>
    t(fill(w.substitutedBy, { name, to: showDateShort(to) })),
  ),
]

const entryOf = (one: TeamMember): Entry => ({
  ...one,
  key: one.id,
  full: one.name,
  notes: notesOf(one),
  posts: one.posts.map(t).join(t(w.comma)),
})

const entryOfPool = ({ group, words, shared, ...load }: PoolView): Entry => ({
  ...load,
  key: holderOfPool(group),
  name: t(words),
  full: t(fill(w.unclaimedAt, { post: t(words) })),
  posts: '',
  notes: shared > 0 ? [t(fill(w.shared, { n: shared }))] : [],
})

const sentence = ({ full: name, overdue, soon, next, later }: Entry) =>
  t(fill(w.load, { name, overdue, soon, next, later }))

/** Each part has its own pattern and its number, so that black and white is enough. */
const Bar = (props: { entry: Entry; most: number }) => (
  <div
    class="load-bar"
    role="img"
    aria-label={sentence(props.entry)}
    style={{ width: `${(props.entry.open / props.most) * 100}%` }}
  >
    <For each={parts.filter((part) => props.entry[part] > 0)}>
      {(part) => (
        <span
          class={`load-part ${part}`}
          style={{ 'flex-grow': props.entry[part] }}
          title={t(w[part])}
        >
          {part === 'overdue' ? `▲${props.entry[part]}` : props.entry[part]}
        </span>
      )}
    </For>
  </div>
)

const Line = (props: { entry: Entry; most: number; chosen: boolean; onChoose: () => void }) => (
  <li class="load-line">
    <button
      type="button"
      class="load-name"
      aria-pressed={props.chosen}
      onClick={() => props.onChoose()}
    >
      <b>{props.entry.name}</b> <span class="count">{props.entry.open}</span>
    </button>
    <Bar entry={props.entry} most={props.most} />
    <Show when={props.entry.notes.length > 0}>
      <span class="load-notes">
        <For each={props.entry.notes}>{(note) => <span class="tag dashed">{note}</span>}</For>
      </span>
    </Show>
  </li>
)

const Legend = () => (
  <p class="load-legend" aria-hidden="true">
    <For each={parts}>
      {(part) => (
        <span>
          <i class={`load-part ${part}`}>{part === 'overdue' ? '▲' : ''}</i> {t(w[part])}
        </span>
      )}
    </For>
  </p>
)

const LoadTable = (props: { entries: Entry[] }) => (
  <Scroll name={w.loads}>
    <table class="plain-table">
      <caption>{t(w.loads)}</caption>
      <thead>
        <tr>
          <For each={[w.person, w.posts, w.overdue, w.soon, w.next, w.later, w.sum, w.notes]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.entries}>
          {(entry) => (
            <tr>
              <th scope="row">{entry.full}</th>
              <td>{entry.posts}</td>
              <For each={parts}>{(part) => <td>{entry[part]}</td>}</For>
              <td>{entry.open}</td>
              <td>{entry.notes.join(t(w.semicolon))}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

type Choice = { holder: string; onHolder: (holder: string) => void }

const Lines = (props: Choice & { id: string; title: string; entries: Entry[]; most: number }) => (
  <>
    <h3 id={props.id}>{props.title}</h3>
    <Show when={props.entries.length > 0} fallback={<p class="muted">{t(w.allClaimed)}</p>}>
      <ul class="load-lines" aria-labelledby={props.id}>
        <For each={props.entries}>
          {(entry) => (
            <Line
              entry={entry}
              most={props.most}
              chosen={props.holder === entry.key}
              onChoose={() => props.onHolder(props.holder === entry.key ? '' : entry.key)}
            />
          )}
        </For>
      </ul>
    </Show>
  </>
)

/** `holder`: of whom, or of which post, the queue below shows the tasks. */
export const Loads = (props: Choice & { view: Pick<TeamView, 'people' | 'pool' | 'pools'> }) => {
  const [table, setTable] = createSignal(false)
  const pools = createMemo(() => props.view.pools.map(entryOfPool))
  const people = createMemo(() => props.view.people.map(entryOf))
  const shared = () => ({
    holder: props.holder,
    onHolder: props.onHolder,
    most: Math.max(1, ...[...pools(), ...people()].map(({ open }) => open)),
  })
  return (
    <section class="block team-loads" aria-labelledby="loads-title">
      <button type="button" class="button small twin" onClick={() => setTable(!table())}>
        {t(table() ? tableWords.asPicture : tableWords.asTable)}
      </button>
      <h2 id="loads-title">{t(w.loads)}</h2>
      <Show when={!table()} fallback={<LoadTable entries={[...pools(), ...people()]} />}>
        <Legend />
        <Lines
          {...shared()}
          id="loads-pools"
          title={t(fill(w.unclaimed, { n: props.view.pool.open }))}
          entries={pools()}
        />
        <Lines {...shared()} id="loads-people" title={t(w.held)} entries={people()} />
      </Show>
    </section>
  )
}
