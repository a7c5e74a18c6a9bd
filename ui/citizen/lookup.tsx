// How does anybody look something up by its number or a part of its name?
import { createSignal, For, type JSX, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake, mistakesOf } from '../form/error-summary.tsx'
import { Empty } from '../screen/states.tsx'
import { lookupWords as w } from './lookup-words.ts'
import { createQuestion, typedInto } from './question.ts'
import '../form/fields.css'

export const Lookup = <One,>(props: {
  label: Text
  lookUp: (q: string) => Promise<{ items: One[] }>
  class?: string
  children: (one: One) => JSX.Element
}) => {
  const [missing, setMissing] = createSignal(false)
  const question = createQuestion((q: string) => props.lookUp(q))
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const q = typedInto(event, 'q')
    setMissing(q === '')
    if (q !== '' && !question.state().busy) void question.again(q)
  }
  const mistakes = (): Mistake[] => {
    if (missing()) return [{ field: 'q', words: w.missing }]
    const { error } = question.state()
    return error ? mistakesOf(asRefusal(error), 'q') : []
  }
  const result = () => (mistakes().length === 0 ? question.state().answer : null)
  const announcement = () => {
    const answer = result()
    if (!answer || question.state().busy) return ''
    return t(answer.items.length > 0 ? fill(w.foundMany, { n: answer.items.length }) : w.none)
  }
  return (
    <>
      <ErrorSummary mistakes={mistakes()} />
      <form class="block" noValidate onSubmit={submit}>
        <div class="field">
          <label class="field-label" for="field-q">
            {t(props.label)}
          </label>
          <input id="field-q" name="q" type="search" autocomplete="off" />
        </div>
        <button type="submit" class="button primary" aria-disabled={question.state().busy}>
          {t(question.state().busy ? w.asking : w.search)}
        </button>
      </form>
      <p class="visually-hidden" role="status">
        {announcement()}
      </p>
      <Show when={result()}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty summary={w.none} />}>
            <ul class={`bare-list ${props.class ?? ''}`} aria-label={t(w.found)}>
              <For each={answer().items}>{props.children}</For>
            </ul>
            <p class="muted">{t(w.most)}</p>
          </Show>
        )}
      </Show>
    </>
  )
}
