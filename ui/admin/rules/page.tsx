// Which rules of time does the system know, in which versions, and how sure is it of them? (S16)
import { useSearchParams } from '@solidjs/router'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import { ruleProcesses } from '../../../domain/law/words.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { useMe } from '../../screen/me.ts'
import { usePage } from '../../screen/page.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Empty, Failure, Skeleton } from '../../screen/states.tsx'
import { today } from '../../screen/time.ts'
import '../../form/fields.css'
import '../admin.css'
import type { RuleRow } from '../../../domain/law/rule-book.ts'
import { Proposals } from '../changes/list.tsx'
import { entryWords } from '../entries/words.ts'
import { adminPaths } from '../paths.ts'
import {
  type Family,
  familiesOf,
  keepsRules,
  ruleBookQuery,
  versionOn,
  type Wanted,
  wantedOf,
} from './reading.ts'
import '../calendars/calendars.css'
import './rules.css'
import { periodOf, Sure, Versions, validityOf } from './versions.tsx'
import { ruleWords as w } from './words.ts'

type Query = {
  amount?: string
  q?: string
  process?: string
  sure?: string
  now?: string
  rule?: string
}

const Filters = (props: { wanted: Wanted; onChange: (part: Query) => void }) => (
  <search class="admin-filters">
    <label class="inline-field">
      {t(w.seekLabel)}
      <input
        type="search"
        placeholder={t(w.seek)}
        value={props.wanted.q}
        onInput={(event) => props.onChange({ q: event.currentTarget.value })}
      />
    </label>
    <label class="inline-field">
      {t(w.process)}
      <select onChange={(event) => props.onChange({ process: event.currentTarget.value })}>
        <option value="">{t(w.every)}</option>
        <For each={Object.entries(ruleProcesses)}>
          {([id, label]) => (
            <option value={id} selected={props.wanted.process === id}>
              {t(label)}
            </option>
          )}
        </For>
      </select>
    </label>
    <label class="inline-field">
      {t(w.certainty)}
      <select onChange={(event) => props.onChange({ sure: event.currentTarget.value })}>
        <option value="">{t(w.every)}</option>
        <option value="sure" selected={props.wanted.sure === 'sure'}>
          {t(w.onlySure)}
        </option>
        <option value="unsure" selected={props.wanted.sure === 'unsure'}>
          {t(w.onlyUnsure)}
        </option>
      </select>
    </label>
    <label class="check">
      <input
        type="checkbox"
        checked={props.wanted.now}
        onChange={(event) => props.onChange({ now: event.currentTarget.checked ? '1' : '' })}
      />
      <span>{t(w.now)}</span>
    </label>
  </search>
)

/** The filter stays while a rule is looked at. */
const lookingAt = (wanted: Wanted, rule: string): string => {
  const { now, ...texts } = wanted
  const kept = Object.entries({ ...texts, now: now ? '1' : '', rule }).filter(
    ([, value]) => value !== '',
  )
  return `${adminPaths.rules}?${new URLSearchParams(kept)}`
}

const Row = (props: { family: Family; wanted: Wanted }) => {
  const row = (): RuleRow => versionOn(props.family, today())
  return (
    <tr>
      <th scope="row">
        <a href={lookingAt(props.wanted, props.family.id)}>{t(props.family.title)}</a>
        <br />
        <code class="muted">{props.family.id}</code>
      </th>
      <td>{t(ruleProcesses[props.family.process])}</td>
      <td>{t(row().article)}</td>
      <td>{periodOf(row())}</td>
      <td>{validityOf(row())}</td>
      <td>
        <Sure row={row()} />
      </td>
      <td>{props.family.versions.length}</td>
    </tr>
  )
}

const List = (props: { families: Family[]; wanted: Wanted }) => (
  <Show when={props.families.length > 0} fallback={<Empty summary={w.nothing} />}>
    <p role="status">
      {t(
        fill(w.found, {
          n: props.families.length,
          versions: props.families.flatMap(({ versions }) => versions).length,
        }),
      )}
    </p>
    <Scroll name={w.title}>
      <table class="plain-table rule-list">
        <thead>
          <tr>
            <For
              each={[w.rule, w.process, w.article, w.period, w.validity, w.certainty, w.versions]}
            >
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.families}>
            {(family) => <Row family={family} wanted={props.wanted} />}
          </For>
        </tbody>
      </table>
    </Scroll>
  </Show>
)

/** What is looked at stands in the address. */
export const RuleBook = () => {
  const [query, setQuery] = useSearchParams<Query>()
  const book = useQuery(ruleBookQuery)
  const me = useMe()
  usePage(() => t(w.title))
  const families = createMemo(() => familiesOf(book.isSuccess ? book.data.items : []))
  const wanted = (): Wanted => ({
    q: query.q ?? '',
    process: query.process ?? '',
    sure: query.sure ?? '',
    now: query.now === '1',
  })
  const matching = createMemo(() => wantedOf(families(), wanted(), today()))
  const chosen = () => families().find(({ id }) => id === query.rule)
  return (
    <>
      <div class="cal-head-row">
        <h1>{t(w.title)}</h1>
        <Show when={keepsRules(me())}>
          <a class="button primary" href={adminPaths.ruleNew(query.rule)}>
            {t(entryWords.enter)}
          </a>
        </Show>
      </div>
      <p class="lead">
        {t(w.lead)} <a href="#amounts">{t(w.jump)}</a>
      </p>
      <Show when={keepsRules(me())}>
        <Proposals about="rule">
          <a class="button" href={adminPaths.ruleNew()}>
            {t(entryWords.enter)}
          </a>
        </Proposals>
      </Show>
      <Switch fallback={<Skeleton rows={10} />}>
        <Match when={book.isError && !book.data}>
          <Failure error={book.error} what={w.title} onRetry={() => void book.refetch()} />
        </Match>
        <Match when={book.isSuccess}>
          <Show when={chosen()} keyed>
            {(family) => <Versions family={family} onClose={() => setQuery({ rule: '' })} />}
          </Show>
          <Filters wanted={wanted()} onChange={(part) => setQuery(part, { replace: true })} />
          <List families={matching()} wanted={wanted()} />
        </Match>
      </Switch>
    </>
  )
}
