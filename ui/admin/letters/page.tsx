// What came in and could not be used, and what can be done about it? (S16)
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { LettersView } from '../../../contract/letters/letters.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import '../../form/fields.css'
import '../admin.css'
import '../devices/devices.css'
import type { Sought } from '../../client/letters.ts'
import { adminPaths } from '../paths.ts'
import { letterQueries } from './client.ts'
import { Counts, Frames } from './frames.tsx'
import './letters.css'
import { Commands, Outbox } from './undecided.tsx'
import { letterWords as w } from './words.ts'

const boxes = ['frames', 'counts', 'commands', 'outbox'] as const
type Box = (typeof boxes)[number]
type Query = Partial<Sought & { box: string }>

/** How many wait; of counts there is nothing to wait for. */
const waitingIn = (box: Box, view: LettersView | undefined): number | null => {
  if (!view || box === 'counts') return null
  return { frames: view.counts.frame, commands: view.counts.command, outbox: view.counts.outbox }[
    box
  ]
}

const Boxes = (props: { box: Box; view: LettersView | undefined }) => (
  <nav class="admin-places" aria-label={t(w.boxes)}>
    <For each={boxes}>
      {(box) => (
        <a
          href={`${adminPaths.letters}?box=${box}`}
          aria-current={box === props.box ? 'page' : undefined}
        >
          <Show when={waitingIn(box, props.view)} fallback={t(w[box])}>
            {(n) => t(fill(w.boxOf, { box: t(w[box]), n: n() }))}
          </Show>
        </a>
      )}
    </For>
  </nav>
)

const Filters = (props: {
  sought: Sought
  view: LettersView | undefined
  onChange: (part: Query) => void
}) => (
  <search class="admin-filters">
    <label class="inline-field">
      {t(w.feed)}
      <select onChange={(event) => props.onChange({ feed: event.currentTarget.value })}>
        <option value="">{t(w.everyFeed)}</option>
        <For each={props.view?.feeds ?? []}>
          {({ id, name }) => (
            <option value={id} selected={id === props.sought.feed}>
              {name}
            </option>
          )}
        </For>
      </select>
    </label>
    <label class="inline-field">
      {t(w.reason)}
      <select onChange={(event) => props.onChange({ reason: event.currentTarget.value })}>
        <option value="">{t(w.everyReason)}</option>
        <For each={props.view?.reasons ?? []}>
          {(one) => (
            <option value={one} selected={one === props.sought.reason}>
              {one}
            </option>
          )}
        </For>
      </select>
    </label>
    <label class="inline-field">
      {t(w.day)}
      <input
        type="date"
        value={props.sought.day}
        onChange={(event) => props.onChange({ day: event.currentTarget.value })}
      />
    </label>
  </search>
)

/** What is looked for stands in the address. */
const Letters = () => {
  const [query, setQuery] = useSearchParams<Query>()
  const box = (): Box => boxes.find((one) => one === query.box) ?? 'frames'
  const sought = (): Sought => ({
    feed: query.feed ?? '',
    reason: query.reason ?? '',
    day: query.day ?? '',
    cursor: query.cursor ?? '',
  })
  const overview = useQuery(letterQueries.overview)
  const view = () => (overview.isSuccess ? overview.data : undefined)
  const page = (cursor: string) => setQuery({ cursor })
  const changed = () => void overview.refetch()
  usePage(() => t(w.title))
  return (
    <div class="letters">
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <Show when={view()?.counts.unknown}>
        {(n) => (
          <p>
            <a class="registry-link" href={adminPaths.devices}>
              {t(fill(w.strangers, { n: n() }))}
            </a>
          </p>
        )}
      </Show>
      <Boxes box={box()} view={view()} />
      <Show when={box() === 'frames' || box() === 'counts'}>
        <Filters
          sought={sought()}
          view={view()}
          onChange={(part) => setQuery({ ...part, cursor: '' }, { replace: true })}
        />
      </Show>
      <Switch>
        <Match when={box() === 'frames'}>
          <Frames sought={sought()} onPage={page} onChanged={changed} />
        </Match>
        <Match when={box() === 'counts'}>
          <Counts sought={sought()} onPage={page} />
        </Match>
        <Match when={box() === 'commands'}>
          <Commands cursor={sought().cursor} onPage={page} onChanged={changed} />
        </Match>
        <Match when={box() === 'outbox'}>
          <Outbox cursor={sought().cursor} onPage={page} onChanged={changed} />
        </Match>
      </Switch>
    </div>
  )
}

export default Letters
