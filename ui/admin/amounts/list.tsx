// By which amounts does the system count, in which versions, and how sure is it of them? (S16)
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import { valuesInWords } from '../../../domain/law/amounts/in-words.ts'
import { type AmountItem, amountApi } from '../../client/amounts.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { useMe } from '../../screen/me.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Empty, Failure, Skeleton } from '../../screen/states.tsx'
import { today } from '../../screen/time.ts'
import { adminPaths } from '../paths.ts'
import { keepsRules } from '../rules/reading.ts'
import { ruleWords as r } from '../rules/words.ts'
import { AmountVersions } from './versions.tsx'
import { amountWords as w } from './words.ts'

export type AmountFamily = { id: string; newest: AmountItem; versions: AmountItem[] }

export const amountQuery = () => ({
  queryKey: ['amounts'],
  queryFn: amountApi.book,
  staleTime: 600_000,
})

/** Newest version first, the amounts in the order of the book. */
const familiesOf = (rows: AmountItem[]): AmountFamily[] => {
  const found = new Map<string, AmountItem[]>()
  for (const row of rows) found.set(row.id, [row, ...(found.get(row.id) ?? [])])
  return [...found].flatMap(([id, versions]) => {
    const [newest] = versions
    return newest ? [{ id, newest, versions }] : []
  })
}

/** The version that counts today everywhere, else the one that came last. */
const versionNow = ({ versions, newest }: AmountFamily): AmountItem =>
  versions.find(
    ({ from, to, entered }) =>
      from <= today() && (to === null || today() <= to) && !entered?.region,
  ) ?? newest

const fits = ({ versions }: AmountFamily, wanted: string): boolean => {
  const words = wanted.trim().toLowerCase().split(/\s+/)
  return versions.some(({ id, title, article }) => {
    const text = `${id} ${title.zh} ${title.en} ${article.zh} ${article.en}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

const Row = (props: { family: AmountFamily }) => {
  const now = () => versionNow(props.family)
  return (
    <tr>
      <th scope="row">
        <a href={`${adminPaths.rules}?amount=${encodeURIComponent(props.family.id)}`}>
          {t(now().title)}
        </a>
      </th>
      <td>{t(valuesInWords(now().steps, now().values))}</td>
      <td>{t(now().article)}</td>
      <td>{now().from}</td>
      <td>{now().provisional ? `▲ ${t(r.provisional)}` : ''}</td>
      <td>{props.family.versions.length}</td>
    </tr>
  )
}

const List = (props: { families: AmountFamily[] }) => (
  <Show when={props.families.length > 0} fallback={<Empty summary={w.nothing} />}>
    <p role="status">{t(fill(w.found, { n: props.families.length }))}</p>
    <Scroll name={w.title}>
      <table class="plain-table">
        <thead>
          <tr>
            <For each={[w.amount, w.numbers, r.article, r.validity, r.certainty, r.versions]}>
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.families}>{(family) => <Row family={family} />}</For>
        </tbody>
      </table>
    </Scroll>
  </Show>
)

/** What is looked at stands in the address of the page that shows them. */
export const Amounts = (props: { chosen: string | undefined; onClose: () => void }) => {
  const book = useQuery(amountQuery)
  const me = useMe()
  const [wanted, setWanted] = createSignal('')
  const families = createMemo(() => familiesOf(book.isSuccess ? book.data.items : []))
  const chosen = () => families().find(({ id }) => id === props.chosen)
  return (
    <section aria-labelledby="amounts">
      <h2 id="amounts">{t(w.title)}</h2>
      <p class="lead">{t(w.lead)}</p>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={book.isError && !book.data}>
          <Failure error={book.error} what={w.title} onRetry={() => void book.refetch()} />
        </Match>
        <Match when={book.isSuccess}>
          <Show when={chosen()} keyed>
            {(family) => (
              <AmountVersions
                versions={family.versions}
                enter={keepsRules(me()) ? adminPaths.amountNew(family.id) : null}
                onClose={props.onClose}
              />
            )}
          </Show>
          <search class="admin-filters">
            <label class="inline-field">
              {t(w.seekAmounts)}
              <input
                type="search"
                placeholder={t(w.seek)}
                value={wanted()}
                onInput={(event) => setWanted(event.currentTarget.value)}
              />
            </label>
          </search>
          <List families={families().filter((one) => fits(one, wanted()))} />
        </Match>
      </Switch>
    </section>
  )
}
