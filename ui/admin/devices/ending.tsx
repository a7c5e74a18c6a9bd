// Which entries of a register are in use, and how is one of them ended?

import {
  createResource,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  Show,
  Suspense,
} from 'solid-js'
import type { OpenAlarms } from '../../../domain/duty/registry-views.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { levelShort } from '../../duty/words/words.ts'
import { useQuery } from '../../reading/query.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { ReasonForm, Tick } from './form.tsx'
import { endingWords as w } from './words/ending-words.ts'

type Entry = { id: string; name: string }
type EndingProps<One extends Entry> = {
  words: { list: Text; search: Text }
  none: Text
  /** Under which name the browser keeps what was found. */
  name: string
  heads: Text[]
  /** Of the last change beside the list, after which it is read again. */
  stamp?: string
  find: (word: string) => Promise<{ items: One[] }>
  /** The cells of one before that of its end. */
  cells: (one: One) => JSX.Element
  end: (id: string, reason: string, key: string, open: number) => Promise<unknown>
  /** What stands of one, which is asked before its end. */
  opens?: (id: string) => Promise<{ open: OpenAlarms }>
  /** What else is done with one, beside its end. */
  beside?: (one: One, again: () => void) => JSX.Element
  onChanged: () => void
}

export const Ending = <One extends Entry>(props: EndingProps<One>) => {
  const [word, setWord] = createSignal('')
  const [open, setOpen] = createSignal<Entry | null>(null)
  const found = useQuery(() => ({
    queryKey: [props.name, word(), props.stamp ?? ''],
    queryFn: () => props.find(word()),
    placeholderData: (before: { items: One[] } | undefined) => before,
    refetchOnMount: 'always' as const,
  }))
  const items = () => (found.isSuccess ? found.data.items : [])
  const [title, field] = [createUniqueId(), createUniqueId()]
  const again = () => {
    void found.refetch()
    props.onChanged()
  }
  const done = () => {
    setOpen(null)
    again()
  }
  const endOf = (one: Entry | null) => t(fill(w.endOf, { name: one?.name ?? '' }))
  return (
    <section class="block" aria-labelledby={title}>
      <h2 id={title}>{t(props.words.list)}</h2>
      <p class="registry-search">
        <label for={field}>{t(props.words.search)}</label>{' '}
        <input
          id={field}
          type="search"
          value={word()}
          onInput={(event) => setWord(event.currentTarget.value.trim())}
        />
      </p>
      <Show when={items().length > 0} fallback={<p class="muted">{t(props.none)}</p>}>
        <PlainTable name={props.words.list} heads={[...props.heads, w.acts]}>
          <For each={items()}>
            {(one) => (
              <tr>
                {props.cells(one)}
                <td>
                  {props.beside?.(one, again)}
                  <button
                    type="button"
                    class="button small"
                    aria-label={endOf(one)}
                    onClick={() => setOpen(() => one)}
                  >
                    {t(w.end)}
                  </button>
                </td>
              </tr>
            )}
          </For>
        </PlainTable>
      </Show>
      <Dialog open={open() !== null} title={endOf(open())} onClose={() => setOpen(null)}>
        <Show when={open()}>
          {(one) => (
            <EndForm
              id={one().id}
              {...(props.opens ? { opens: props.opens } : {})}
              end={props.end}
              onDone={done}
            />
          )}
        </Show>
      </Dialog>
    </section>
  )
}

type EndFormProps = Pick<EndingProps<Entry>, 'opens' | 'end'> & { id: string; onDone: () => void }

const EndForm = (props: EndFormProps) => {
  const [standing] = createResource(
    () => props.id,
    async (id) => (props.opens ? (await props.opens(id)).open : nothing),
  )
  const [known, setKnown] = createSignal(false)
  const total = () => (standing.error ? 0 : (standing()?.total ?? 0))
  return (
    <ReasonForm
      label={t(w.confirmEnd)}
      send={(reason, keyOf) => {
        const open = known() ? total() : 0
        return props.end(props.id, reason, keyOf({ reason, open }), open)
      }}
      onDone={props.onDone}
    >
      <Suspense>
        <Show when={total() > 0}>
          <p class="notice warn">{t(fill(w.stands, { n: total() }))}</p>
          <ul>
            <For each={standing()?.items}>
              {(one) => (
                <li>{`${t(levelShort[one.level as 1 | 2 | 3 | 4])} ${one.name} · ${showMoment(one.raisedAt)}`}</li>
              )}
            </For>
          </ul>
          <Tick label={t(w.known)} on={known()} onChange={setKnown} />
        </Show>
      </Suspense>
    </ReasonForm>
  )
}

const nothing: OpenAlarms = { total: 0, items: [] }
