// What lies on a person's desk, who stood in for him, and what was done to his posts and account?
import { For, Show } from 'solid-js'
import type { PersonnelStep, PersonView } from '../../../contract/organisation/personnel.ts'
import { fill } from '../../../domain/language/words.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showStamp } from '../../screen/time.ts'
import { adminWords } from '../words.ts'
import { actWords, peopleWords as w } from './words.ts'

export const Tasks = (props: { one: PersonView }) => (
  <section class="block" aria-labelledby="person-tasks">
    <h2 id="person-tasks">{t(w.tasks)}</h2>
    <Show when={props.one.tasks.length > 0} fallback={<p class="muted">{t(w.noTasks)}</p>}>
      <p class="muted">{t(w.tasksHint)}</p>
      <PlainTable name={w.tasks} heads={[w.case, w.task, w.post, w.due]}>
        <For each={props.one.tasks}>
          {(one) => (
            <tr>
              <th scope="row">
                <a href={paths.case(one.caseId)}>{one.number}</a> {one.title}
              </th>
              <td>{t(one.words)}</td>
              <td>{t(one.group)}</td>
              <td>{showStamp(one.dueAt)}</td>
            </tr>
          )}
        </For>
      </PlainTable>
      <Show when={props.one.moreTasks}>
        <p class="muted">{t(fill(w.moreTasks, { n: props.one.tasks.length }))}</p>
      </Show>
    </Show>
  </section>
)

const states = {
  waiting: w.waiting,
  planned: w.planned,
  'in-force': w['in-force'],
  over: w.over,
  ended: w.ended,
}

export const Substitutions = (props: { one: PersonView }) => (
  <section class="block" aria-labelledby="person-substitutions">
    <div class="admin-head">
      <h2 id="person-substitutions">{t(w.substitutions)}</h2>
      <a class="button small" href={paths.team}>
        {t(w.toTeam)}
      </a>
    </div>
    <Show
      when={props.one.substitutions.length > 0}
      fallback={<p class="muted">{t(w.noSubstitutions)}</p>}
    >
      <PlainTable name={w.substitutions} heads={[w.absent, w.substitute, w.days, w.order, w.state]}>
        <For each={props.one.substitutions}>
          {(one) => (
            <tr>
              <th scope="row">{one.person.name}</th>
              <td>{one.substitute.name}</td>
              <td>
                {one.from} – {one.to}
              </td>
              <td>{one.order}</td>
              <td>{t(states[one.status])}</td>
            </tr>
          )}
        </For>
      </PlainTable>
    </Show>
  </section>
)

const Term = (props: { one: PersonnelStep }) => (
  <>
    <Show when={props.one.act === 'given' && props.one.since}>
      {(since) => <> {t(fill(w.since, { time: showStamp(since()) }))}</>}
    </Show>
    <Show when={props.one.until}>
      {(until) => <> {t(fill(w.until, { time: showStamp(until()) }))}</>}
    </Show>
    <Show when={props.one.emptied.length > 0}>
      <br />
      <span class="muted">
        {t(w.emptied).replace(
          '{names}',
          props.one.emptied.map((one) => t(one)).join(t(adminWords.comma)),
        )}
      </span>
    </Show>
  </>
)

export const History = (props: { one: PersonView }) => (
  <section class="block" aria-labelledby="person-history">
    <h2 id="person-history">{t(w.history)}</h2>
    <Show when={props.one.history.length > 0} fallback={<p class="muted">{t(w.noHistory)}</p>}>
      <PlainTable name={w.history} heads={[w.when, w.act, w.by, w.ground]}>
        <For each={props.one.history}>
          {(one) => (
            <tr>
              <th scope="row">{showStamp(one.at)}</th>
              <td>
                {t(actWords[one.act])} {one.post ? t(one.post) : ''}
                <Term one={one} />
              </td>
              <td>{one.name}</td>
              <td>
                {one.order ? `${one.order} · ` : ''}
                {one.reason}
              </td>
            </tr>
          )}
        </For>
      </PlainTable>
    </Show>
  </section>
)
