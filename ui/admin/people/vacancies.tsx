// Which posts stand empty, since when, and what waits for somebody to hold them?

import { For, Show } from 'solid-js'
import type { VacancyView } from '../../../contract/routing/routing.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { showStamp } from '../../screen/time.ts'
import { adminWords } from '../words.ts'
import { peopleQueries } from './client.ts'
import { peopleWords as w } from './words.ts'

const mostDuties = 6

const dutiesOf = ({ duties }: VacancyView): string => {
  const words = [...new Set(duties.map((one) => t(one.words)))]
  const firstDuties = words.slice(0, mostDuties).join(t(adminWords.comma))
  return words.length > mostDuties ? `${firstDuties} …` : firstDuties
}

const Vacancy = (props: { one: VacancyView }) => (
  <li>
    <strong>{t(props.one.words)}</strong> · {t(fill(w.since, { time: showStamp(props.one.since) }))}{' '}
    · {t(props.one.cause)}
    <Show when={props.one.waiting > 0}> · {t(fill(w.lossWaiting, { n: props.one.waiting }))}</Show>
    <Show when={props.one.duties.length > 0}>
      <p class="muted">{dutiesOf(props.one)}</p>
    </Show>
  </li>
)

/** Stands at the head of the page until every post is filled; silent while there is none. */
export const Vacancies = () => {
  const found = useQuery(peopleQueries.vacancies)
  const items = () => (found.isSuccess ? found.data.items : [])
  return (
    <Show when={items().length > 0}>
      <section class="notice warn" aria-labelledby="vacancies">
        <h2 id="vacancies">▲ {t(fill(w.vacancies, { n: items().length }))}</h2>
        <p>{t(w.vacanciesText)}</p>
        <ul>
          <For each={items()}>{(one) => <Vacancy one={one} />}</For>
        </ul>
      </section>
    </Show>
  )
}
