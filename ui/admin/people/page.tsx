// Who works within the administrator's regions, and in which posts? (S16)
import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { PeoplePage, PersonRow } from '../../../contract/organisation/personnel.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { Empty } from '../../screen/states.tsx'
import { showDateShort } from '../../screen/time.ts'
import '../../form/fields.css'
import '../admin.css'
import type { PeopleSought } from '../../client/organisation/people.ts'
import { Answered } from '../../reading/answered.tsx'
import { choiceOf } from '../../reading/choice.ts'
import { adminPaths } from '../paths.ts'
import { peopleQueries } from './client.ts'
import { Proposals } from './proposals.tsx'
import { Vacancies } from './vacancies.tsx'
import { peopleWords as w } from './words.ts'

const standings = ['all', 'active', 'disabled'] as const
type Query = Partial<Record<keyof PeopleSought, string>>

const Filters = (props: { sought: PeopleSought; onChange: (part: Query) => void }) => {
  const offices = useQuery(peopleQueries.offices)
  return (
    <search class="admin-filters">
      <label class="inline-field">
        {t(w.seekLabel)}
        <input
          type="search"
          placeholder={t(w.seek)}
          value={props.sought.q}
          onInput={(event) => props.onChange({ q: event.currentTarget.value })}
        />
      </label>
      <label class="inline-field">
        {t(w.office)}
        <select onChange={(event) => props.onChange({ office: event.currentTarget.value })}>
          <option value="">{t(w.everyOffice)}</option>
          <For each={offices.isSuccess ? offices.data.items : []}>
            {(one) => (
              <option value={one.id} selected={one.id === props.sought.office}>
                {t(one.name)}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="inline-field">
        {t(w.standing)}
        <select onChange={(event) => props.onChange({ standing: event.currentTarget.value })}>
          <For each={standings}>
            {(one) => (
              <option value={one} selected={one === props.sought.standing}>
                {t(w[one])}
              </option>
            )}
          </For>
        </select>
      </label>
    </search>
  )
}

const Posts = (props: { posts: PersonRow['posts'] }) => (
  <Show when={props.posts.length > 0} fallback={<span class="muted">{t(w.noPost)}</span>}>
    <ul class="bare-list">
      <For each={props.posts}>
        {(one) => (
          <li>
            {t(one.office)} · {t(one.role)}
            <Show when={one.until}>
              {(until) => (
                <span class="muted"> {t(fill(w.until, { time: showDateShort(until()) }))}</span>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  </Show>
)

const List = (props: { page: PeoplePage }) => (
  <Show when={props.page.items.length > 0} fallback={<Empty summary={w.nobody} />}>
    <p role="status">{t(fill(w.found, { n: props.page.total }))}</p>
    <PlainTable name={w.title} heads={[w.name, w.username, w.posts, w.openTasks, w.standing]}>
      <For each={props.page.items}>
        {(one) => (
          <tr>
            <th scope="row">
              <a href={adminPaths.person(one.id)}>{one.name}</a>
            </th>
            <td>{one.username}</td>
            <td>
              <Posts posts={one.posts} />
            </td>
            <td>{one.openTasks}</td>
            <td>{t(one.active ? w.active : w.disabled)}</td>
          </tr>
        )}
      </For>
    </PlainTable>
  </Show>
)

/** What is looked for stands in the address. */
const People = () => {
  const [query, setQuery] = useSearchParams<Query>()
  const sought = (): PeopleSought => ({
    q: query.q ?? '',
    office: query.office ?? '',
    standing: choiceOf(standings, query.standing) ?? 'all',
    cursor: query.cursor ?? '',
  })
  const found = useQuery(() => peopleQueries.page(sought()))
  usePage(() => t(w.title))
  return (
    <>
      <div class="admin-head">
        <h1>{t(w.title)}</h1>
        <a class="button primary" href={adminPaths.personNew}>
          {t(w.enrol)}
        </a>
      </div>
      <p class="lead">{t(w.lead)}</p>
      <Proposals />
      <Vacancies />
      <Filters
        sought={sought()}
        onChange={(part) => setQuery({ ...part, cursor: '' }, { replace: true })}
      />
      <Answered found={found} what={w.title} rows={10}>
        {(page) => (
          <>
            <List page={page()} />
            <p class="form-actions">
              <Show when={sought().cursor}>
                <button type="button" class="button" onClick={() => setQuery({ cursor: '' })}>
                  {t(w.first)}
                </button>
              </Show>
              <Show when={page().cursor}>
                {(cursor) => (
                  <button
                    type="button"
                    class="button"
                    onClick={() => setQuery({ cursor: cursor() })}
                  >
                    {t(w.more)}
                  </button>
                )}
              </Show>
            </p>
          </>
        )}
      </Answered>
    </>
  )
}

export default People
