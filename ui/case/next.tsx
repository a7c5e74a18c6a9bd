// Who will have it next?

import { For, Show } from 'solid-js'
import type { NextPerson, NextView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill } from '../../domain/language/words.ts'
import { askNext } from '../client/case/next.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { nextWords as w } from './next-words.ts'

const personWords = (one: NextPerson): string =>
  [
    one.name,
    t(fill(w.load, { n: one.open })),
    one.substitute ? t(fill(w.away, { name: one.substitute })) : '',
  ]
    .filter(Boolean)
    .join(' · ')

const mostListed = 6

const Vacant = (props: { one: NextView }) => (
  <p class="notice warn">
    {t(w.vacant)}
    <Show when={props.one.climbs}>
      {(posts) =>
        ` ${t(
          fill(w.climbs, {
            post: posts()
              .map(t)
              .join(t({ zh: '、', en: ', ' })),
          }),
        )}`
      }
    </Show>
  </p>
)

const Way = (props: { one: NextView }) => (
  <li>
    <strong>{t(props.one.task)}</strong>{' '}
    <span class="muted">{props.one.posts.map(t).join(t({ zh: '、', en: ', ' }))}</span>
    <Show when={props.one.rule}>{(rule) => <p class="muted">{t(rule())}</p>}</Show>
    <Show when={props.one.people.length > 0} fallback={<Vacant one={props.one} />}>
      <ul class="next-people">
        <For each={props.one.people.slice(0, mostListed)}>
          {(person) => <li>{personWords(person)}</li>}
        </For>
        <Show when={props.one.people.length > mostListed}>
          <li class="muted">{t(fill(w.more, { n: props.one.people.length - mostListed }))}</li>
        </Show>
      </ul>
    </Show>
  </li>
)

/** Silent where nothing new is wanted, and while the server is away. */
export const Next = (props: { caseId: string; act: ActView }) => {
  const found = useQuery(() => ({
    queryKey: ['next', props.caseId, props.act.type],
    queryFn: () => askNext(props.caseId, props.act.type),
    staleTime: 60_000,
    retry: false,
  }))
  const items = () => (found.isSuccess ? found.data.items : [])
  return (
    <Show when={items().length > 0}>
      <details class="next-handlers">
        <summary>{t(items().length > 1 ? w.titleWays : w.title)}</summary>
        <ul>
          <For each={items()}>{(one) => <Way one={one} />}</For>
        </ul>
      </details>
    </Show>
  )
}
