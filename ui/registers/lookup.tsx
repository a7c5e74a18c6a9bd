// What may everybody know of an entry, by its number or a part of its name?
import { useParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { OpenEntry } from '../../contract/registers/registers.ts'
import { fill } from '../../domain/language/words.ts'
import { Frame } from '../citizen/frame.tsx'
import { createQuestion } from '../citizen/question.ts'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { openRegisters } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { FieldValue } from './value.tsx'
import { lookupWords as w } from './words.ts'
import '../form/fields.css'
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

const Search = (props: { register: string }) => {
  const [missing, setMissing] = createSignal(false)
  const question = createQuestion((q: string) => openRegisters.lookUp(props.register, q))
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    setMissing(q === '')
    if (q !== '' && !question.state().busy) void question.again(q)
  }
  const mistakes = (): Mistake[] => {
    if (missing()) return [{ field: 'q', words: w.missing }]
    const { error } = question.state()
    if (!error) return []
    const { reasons, title } = asRefusal(error)
    return (reasons.length > 0 ? reasons : [title]).map((words) => ({ field: 'q', words }))
  }
  const result = () => (mistakes().length === 0 ? question.state().answer : null)
  return (
    <>
      <ErrorSummary mistakes={mistakes()} />
      <form class="block" noValidate onSubmit={submit}>
        <div class="field">
          <label class="field-label" for="field-q">
            {t(w.label)}
          </label>
          <input id="field-q" name="q" type="search" autocomplete="off" />
        </div>
        <button type="submit" class="button primary" aria-disabled={question.state().busy}>
          {t(question.state().busy ? w.asking : w.search)}
        </button>
      </form>
      <p class="visually-hidden" role="status">
        {result() && !question.state().busy
          ? t(fill(w.foundMany, { n: result()!.items.length }))
          : ''}
      </p>
      <Show when={result()}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty summary={w.none} />}>
            <ul class="bare-list" aria-label={t(w.found)}>
              <For each={answer().items}>{(one) => <Found one={one} />}</For>
            </ul>
            <p class="muted">{t(w.most)}</p>
          </Show>
        )}
      </Show>
    </>
  )
}

const Lookup = () => {
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
              <Search register={register.id} />
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

export default Lookup
