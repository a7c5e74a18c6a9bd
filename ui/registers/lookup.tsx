// What may everybody know of an entry, by its number or a part of its name?
import { useParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { OpenEntry } from '../../contract/registers/registers.ts'
import { Frame } from '../citizen/frame.tsx'
import { Lookup } from '../citizen/lookup.tsx'
import { createQuestion } from '../citizen/question.ts'
import { paths } from '../client/paths.ts'
import { openRegisters } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { FieldValue } from './value.tsx'
import { registerLookupWords as w } from './words.ts'
import './registers.css'

const Found = (props: { one: OpenEntry }) => (
  <li class="block">
    <h3>
      {props.one.number} {props.one.name}
    </h3>
    <p>
      <span class="tag">{t(props.one.words)}</span> <span class="muted">{t(props.one.region)}</span>
    </p>
    <dl class="summary compact">
      <For each={props.one.fields}>{(field) => <FieldValue field={field} />}</For>
    </dl>
  </li>
)

const RegisterLookup = () => {
  const params = useParams<{ register?: string }>()
  const all = createQuestion(openRegisters.all)
  void all.again(undefined)
  const one = () => all.state().answer?.items.find(({ id }) => id === params.register)
  usePage(() => t(one()?.title ?? w.title))
  return (
    <Frame>
      <h1>{t(one()?.title ?? w.title)}</h1>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={all.state().error}>
          {(error) => (
            <Failure error={error()} what={w.title} onRetry={() => void all.again(undefined)} />
          )}
        </Match>
        <Match when={one()} keyed>
          {(register) => (
            <>
              <p class="lead">{t(w.lead)}</p>
              <h2>{t(register.entry)}</h2>
              <Lookup label={w.label} lookUp={(q) => openRegisters.lookUp(register.id, q)}>
                {(entry) => <Found one={entry} />}
              </Lookup>
            </>
          )}
        </Match>
        <Match when={all.state().answer}>
          {(answer) => (
            <Show when={answer().items.length > 0} fallback={<Empty summary={w.nothingOpen} />}>
              <For each={answer().items}>
                {(register) => (
                  <section class="block">
                    <h2>
                      <a href={paths.publicRegisters(register.id)}>{t(register.title)}</a>
                    </h2>
                    <p>{t(register.summary)}</p>
                  </section>
                )}
              </For>
            </Show>
          )}
        </Match>
      </Switch>
    </Frame>
  )
}

export default RegisterLookup
