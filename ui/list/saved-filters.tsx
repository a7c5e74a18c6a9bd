// Which filters has this person kept, and which has the office lent?

import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import type { SavedFilter } from '../../contract/search/search.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { type FilteredList, longestName } from '../../domain/search/saved-filter.ts'
import { asRefusal, newKey } from '../client/client.ts'
import { changeFilter, dropFilter, filtersOf, keepFilter } from '../client/search.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Dialog } from '../screen/dialog.tsx'
import { useMe } from '../screen/me.ts'
import './saved-filters.css'
import { Failure, Skeleton } from '../screen/states.tsx'
import { savedWords as w } from './saved-filters-words.ts'

type Query = Record<string, string>
type Props = { list: FilteredList; query: Query; onUse: (query: Query) => void }

/** The offices one could lend a filter to: those one belongs to. */
const useOffices = () => {
  const me = useMe()
  return () => [
    ...new Map(me().appointments.map(({ office, officeName }) => [office, officeName])).entries(),
  ]
}

const Sharing = (props: {
  label: string
  value: string | null
  onChange: (office: string | null) => void
}) => {
  const offices = useOffices()
  return (
    <select
      aria-label={props.label}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    >
      <option value="">{t(w.alone)}</option>
      <For each={offices()}>
        {([office, name]) => (
          <option value={office} selected={props.value === office}>
            {t(name)}
          </option>
        )}
      </For>
    </select>
  )
}

type RowProps = {
  filter: SavedFilter
  onUse: () => void
  onShare: (office: string | null) => void
  onRemove: () => void
}

const Row = (props: RowProps) => (
  <tr>
    <td>
      <button type="button" class="chip" onClick={() => props.onUse()}>
        {props.filter.name}
      </button>
    </td>
    <td>
      <Show when={props.filter.mine} fallback={t(fill(w.by, { owner: props.filter.owner }))}>
        <Sharing
          label={t(fill(w.shareOne, { name: props.filter.name }))}
          value={props.filter.sharedWith}
          onChange={props.onShare}
        />
      </Show>
    </td>
    <td>
      <Show when={props.filter.mine}>
        <button
          type="button"
          class="button small"
          aria-label={t(fill(w.removeOne, { name: props.filter.name }))}
          onClick={() => props.onRemove()}
        >
          {t(w.remove)}
        </button>
      </Show>
    </td>
  </tr>
)

const SaveForm = (props: {
  empty: boolean
  onSave: (name: string, sharedWith: string | null) => Promise<boolean>
}) => {
  const id = createUniqueId()
  const [name, setName] = createSignal('')
  const [office, setOffice] = createSignal<string | null>(null)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (name().trim() !== '' && !props.empty && (await props.onSave(name().trim(), office())))
      setName('')
  }
  return (
    <form class="saved-form" onSubmit={(event) => void send(event)}>
      <label for={id}>{t(w.name)}</label>
      <input
        id={id}
        type="text"
        maxLength={longestName}
        aria-describedby={`${id}-hint`}
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Sharing label={t(w.sharing)} value={office()} onChange={setOffice} />
      <button type="submit" class="button" disabled={props.empty || name().trim() === ''}>
        {t(w.save)}
      </button>
      <p id={`${id}-hint`} class="hint">
        {t(props.empty ? w.nothingSet : w.saveHint)}
      </p>
    </form>
  )
}

type Outcome = { words: Text; undo: SavedFilter | null }

/** Every change is told in place; what was taken away can be brought back. */
const useKept = (props: Props) => {
  const key = () => ['filters', props.list]
  const query = useQuery(() => ({
    queryKey: key(),
    queryFn: () => filtersOf(props.list),
    staleTime: 60_000,
  }))
  const [outcome, setOutcome] = createSignal<Outcome | null>(null)
  const items = () => (query.isSuccess ? query.data.items : [])
  const doing = async (
    work: () => Promise<unknown>,
    words: Text | null,
    undo: SavedFilter | null = null,
  ) => {
    const refusal = await work().then(
      () => null,
      (error: unknown) => asRefusal(error),
    )
    setOutcome(
      refusal
        ? { words: refusal.reasons[0] ?? refusal.title, undo: null }
        : words && { words, undo },
    )
    await client.invalidateQueries({ queryKey: key() })
    return refusal === null
  }
  const save = (name: string, sharedWith: string | null) => {
    const known = items().find((one) => one.mine && one.name === name)
    const body = { name, query: props.query, sharedWith }
    const work = () =>
      known ? changeFilter(known.id, body) : keepFilter({ ...body, list: props.list }, newKey())
    return doing(work, fill(w.saved, { name }))
  }
  const share = ({ id, name, query }: SavedFilter, sharedWith: string | null) =>
    doing(() => changeFilter(id, { name, query, sharedWith }), fill(w.saved, { name }))
  const remove = (filter: SavedFilter) =>
    doing(() => dropFilter(filter.id), fill(w.removed, { name: filter.name }), filter)
  const undo = ({ name, list, query, sharedWith }: SavedFilter) =>
    doing(() => keepFilter({ name, list, query, sharedWith }, newKey()), fill(w.saved, { name }))
  return { query, items, outcome, save, share, remove, undo }
}

const SavedFilters = (props: Props) => {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <button
        type="button"
        class="button small saved-open"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t(w.open)}
      </button>
      <Show when={open()}>
        <Kept {...props} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}

const Kept = (props: Props & { onClose: () => void }) => {
  const kept = useKept(props)
  const use = (query: Query) => {
    props.onUse(query)
    props.onClose()
  }
  return (
    <Dialog open title={t(w.open)} onClose={props.onClose}>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={kept.query.isError}>
          <Failure
            error={kept.query.error}
            what={w.filters}
            onRetry={() => void kept.query.refetch()}
          />
        </Match>
        <Match when={kept.query.isSuccess && kept.items().length === 0}>
          <p class="muted">{t(w.none)}</p>
        </Match>
        <Match when={kept.items().length > 0}>
          <table class="plain-table">
            <caption class="visually-hidden">{t(w.list)}</caption>
            <tbody>
              <For each={kept.items()}>
                {(filter) => (
                  <Row
                    filter={filter}
                    onUse={() => use(filter.query)}
                    onShare={(office) => void kept.share(filter, office)}
                    onRemove={() => void kept.remove(filter)}
                  />
                )}
              </For>
            </tbody>
          </table>
        </Match>
      </Switch>
      <p role="status">
        <Show when={kept.outcome()}>
          {(outcome) => (
            <>
              {t(outcome().words)}{' '}
              <Show when={outcome().undo}>
                {(undo) => (
                  <button type="button" class="button small" onClick={() => void kept.undo(undo())}>
                    {t(w.undo)}
                  </button>
                )}
              </Show>
            </>
          )}
        </Show>
      </p>
      <SaveForm empty={Object.keys(props.query).length === 0} onSave={kept.save} />
    </Dialog>
  )
}

export default SavedFilters
