// Is what is being written down open already? It is told while somebody writes, and keeps nobody from reporting.
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { AlikeCase, AlikeQuery } from '../../contract/case/others.ts'
import { fill } from '../../domain/language/words.ts'
import { askAlike } from '../client/case/others.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import type { Form } from '../form/form.ts'
import { useQuery } from '../reading/query.ts'
import { showMoment } from '../screen/time.ts'
import { joinWords as w } from './join-words.ts'

const names = ['kind', 'site', 'region', 'enterprise', 'happenedAt', 'drill'] as const
/** So long after the last key the question is asked. */
const idleMs = 500

const questionIn = (form: Form): AlikeQuery => {
  const said = form.payload()
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = said[name]
      return value === undefined || value === '' ? [] : [[name, String(value).slice(0, 200)]]
    }),
  )
}

const lineOf = ({ openedAt, by, title, number, state }: AlikeCase) => {
  const told = { at: showMoment(openedAt), title, number, state: t(state) }
  return t(by === null ? fill(w.reported, told) : fill(w.reportedBy, { ...told, by }))
}

export const Alike = (props: { form: Form }) => {
  const [question, setQuestion] = createSignal<AlikeQuery>({})
  createEffect(
    on(
      () => JSON.stringify(questionIn(props.form)),
      (written) => {
        const timer = setTimeout(() => setQuestion(JSON.parse(written)), idleMs)
        onCleanup(() => clearTimeout(timer))
      },
    ),
  )
  const alike = useQuery(() => ({
    queryKey: ['alike', 'emergency-response', question()],
    queryFn: () => askAlike('emergency-response', question()),
    enabled: Boolean(question().kind && (question().site || question().enterprise)),
  }))
  const items = () => (alike.isSuccess ? alike.data.items : [])
  return (
    <div role="status">
      <Show when={items().length > 0}>
        <section class="notice warn" aria-labelledby="alike-title">
          <h2 id="alike-title">{t(w.alike)}</h2>
          <ul>
            <For each={items()}>
              {(one) => (
                <li>
                  {lineOf(one)}{' '}
                  <a href={paths.case(one.id)} aria-label={`${t(w.open)} ${one.number}`}>
                    {t(w.open)}
                  </a>
                </li>
              )}
            </For>
          </ul>
          <p>{t(w.allTheSame)}</p>
        </section>
      </Show>
    </div>
  )
}
