// Which services can be applied for?
import { For, Match, Show, Switch } from 'solid-js'
import type { ServiceRow } from '../../domain/guide/guide.ts'
import { createQuestion } from '../citizen/question.ts'
import { servicesApi } from '../client/public.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { filled } from './fill-in.ts'
import { serviceWords as w } from './words.ts'

const Row = (props: { row: ServiceRow; href: string }) => {
  const takes = () => {
    const limit = props.row.limit
    if (!limit) return w.noLimit
    const legal = limit.legal.length
    return limit.promisedInAll
      ? filled(w.takes, { legal, promised: limit.promisedInAll })
      : filled(w.takesLegal, { legal })
  }
  return (
    <li class="block">
      <h2>
        <a href={props.href}>{t(props.row.title)}</a>
      </h2>
      <p>{t(props.row.summary)}</p>
      <dl class="summary compact">
        <div>
          <dt>{t(w.limits)}</dt>
          <dd>{t(takes())}</dd>
        </div>
        <div>
          <dt>{t(w.fees)}</dt>
          <dd>{t(props.row.fees)}</dd>
        </div>
      </dl>
      <a class="button primary" href={props.href}>
        {t(w.open)}
      </a>
    </li>
  )
}

export const ServiceList = (props: { address: (process: string) => string }) => {
  usePage(() => t(w.title))
  const question = createQuestion(servicesApi.all)
  void question.again(undefined)
  return (
    <>
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <Switch fallback={<Skeleton rows={4} />}>
        <Match when={question.state().answer}>
          {(answer) => (
            <Show when={answer().items.length > 0} fallback={<Empty summary={w.nothing} />}>
              <ul class="service-list" aria-label={t(w.listed)}>
                <For each={answer().items}>
                  {(row) => <Row row={row} href={props.address(row.process)} />}
                </For>
              </ul>
            </Show>
          )}
        </Match>
        <Match when={question.state().error}>
          {(error) => (
            <Failure
              error={error()}
              what={w.loading}
              onRetry={() => void question.again(undefined)}
            />
          )}
        </Match>
      </Switch>
    </>
  )
}
