// Who holds how much, and how soon does the law want it?
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { LoadView, TeamMember } from '../../domain/case/team-views.ts'
import { fill } from '../../domain/case/words.ts'
import { Scroll } from '../parts/scroll.tsx'
import { tableWords } from '../parts/table-words.ts'
import { showDateShort } from '../parts/time.ts'
import { t } from '../words.ts'
import { teamWords as w } from './words.ts'

const parts = ['overdue', 'soon', 'next', 'later'] as const
type Entry = LoadView & { key: string; name: string; notes: string[]; posts: string }

const notesOf = (one: TeamMember): string[] => [
  ...(one.left ? [t(w.personLeft)] : []),
  ...(one.stray > 0 && !one.left ? [t(fill(w.stray, { n: one.stray }))] : []),
  ...one.substitutes.map(({ name, to }) => t(fill(w.substitutedBy, { name, to: showDateShort(to) }))),
]

const entryOf = (one: TeamMember): Entry => ({ ...one, key: one.id, notes: notesOf(one), posts: one.posts.map(t).join(t(w.comma)) })

const sentence = ({ name, overdue, soon, next, later }: Entry) => t(fill(w.load, { name, overdue, soon, next, later }))

/** Each part has its own pattern and its number, so that black and white is enough. */
const Bar = (props: { entry: Entry; most: number }) => (
  <div class="load-bar" role="img" aria-label={sentence(props.entry)} style={{ width: `${(props.entry.open / props.most) * 100}%` }}>
    <For each={parts.filter((part) => props.entry[part] > 0)}>
      {(part) => (
        <span class={`load-part ${part}`} style={{ 'flex-grow': props.entry[part] }} title={t(w[part])}>
          {part === 'overdue' ? `▲${props.entry[part]}` : props.entry[part]}
        </span>
      )}
    </For>
  </div>
)

const Line = (props: { entry: Entry; most: number; chosen: boolean; onChoose: () => void }) => (
  <li class="load-line">
    <button type="button" class="load-name" aria-pressed={props.chosen} onClick={() => props.onChoose()}>
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
              <th scope="row">{entry.name}</th>
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

/** `holder`: of whom the queue below shows the tasks; `none` for what nobody has claimed. */
export const Loads = (props: { people: TeamMember[]; pool: LoadView; holder: string; onHolder: (holder: string) => void }) => {
  const [table, setTable] = createSignal(false)
  const entries = createMemo((): Entry[] => [
    { ...props.pool, key: 'none', name: t(w.pool), notes: [], posts: '' },
    ...props.people.map(entryOf),
  ])
  const most = () => Math.max(1, ...entries().map(({ open }) => open))
  return (
    <section class="block team-loads" aria-labelledby="loads-title">
      <button type="button" class="button small twin" onClick={() => setTable(!table())}>
        {t(table() ? tableWords.asPicture : tableWords.asTable)}
      </button>
      <h2 id="loads-title">{t(w.loads)}</h2>
      <Show when={!table()} fallback={<LoadTable entries={entries()} />}>
        <Legend />
        <ul class="load-lines">
          <For each={entries()}>
            {(entry) => (
              <Line
                entry={entry}
                most={most()}
                chosen={props.holder === entry.key}
                onChoose={() => props.onHolder(props.holder === entry.key ? '' : entry.key)}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
