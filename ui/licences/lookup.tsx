// Is this licence good, for anybody who asks by its number or by the name of its holder?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { PublicLicence } from '../../contract/licences/licences.ts'
import { fill } from '../../domain/language/words.ts'
import { Frame } from '../citizen/frame.tsx'
import { createQuestion } from '../citizen/question.ts'
import { asRefusal } from '../client/client.ts'
import { licencesApi } from '../client/licences.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { usePage } from '../screen/page.ts'
import { Empty } from '../screen/states.tsx'
import { lookupWords, licenceWords as w } from './words.ts'
import '../form/fields.css'
import './licences.css'

const Found = (props: { one: PublicLicence }) => (
  <li class="block">
    <h2>{props.one.number}</h2>
    <p>
      <span class="tag">{t(props.one.words)}</span>
    </p>
    <dl class="summary compact">
      <For
        each={[
          [w.kind, t(props.one.kind)] as const,
          [w.holder, props.one.holder] as const,
          [w.scope, props.one.scope] as const,
          [
            w.validity,
            t(
              fill(w.fromTo, {
                from: props.one.validFrom ?? '',
                until: props.one.validUntil ?? '',
              }),
            ),
          ] as const,
          [w.region, t(props.one.region)] as const,
        ]}
      >
        {([label, value]) => (
          <div>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  </li>
)

const Lookup = () => {
  usePage(() => t(lookupWords.title))
  const [missing, setMissing] = createSignal(false)
  const question = createQuestion(licencesApi.lookUp)
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    setMissing(q === '')
    if (q !== '' && !question.state().busy) void question.again(q)
  }
  const mistakes = (): Mistake[] => {
    if (missing()) return [{ field: 'q', words: lookupWords.missing }]
    const { error } = question.state()
    if (!error) return []
    const { reasons, title } = asRefusal(error)
    return (reasons.length > 0 ? reasons : [title]).map((words) => ({ field: 'q', words }))
  }
  const announcement = () => {
    const answer = question.state().answer
    if (!answer || question.state().busy || mistakes().length > 0) return ''
    return t(
      answer.items.length > 0
        ? fill(lookupWords.foundMany, { n: answer.items.length })
        : lookupWords.none,
    )
  }
  return (
    <Frame>
      <h1>{t(lookupWords.title)}</h1>
      <p class="lead">{t(lookupWords.lead)}</p>
      <ErrorSummary mistakes={mistakes()} />
      <form class="block" noValidate onSubmit={submit}>
        <div class="field">
          <label class="field-label" for="field-q">
            {t(lookupWords.label)}
          </label>
          <input id="field-q" name="q" type="search" autocomplete="off" />
        </div>
        <button type="submit" class="button primary" aria-disabled={question.state().busy}>
          {t(question.state().busy ? lookupWords.asking : lookupWords.search)}
        </button>
      </form>
      <p class="visually-hidden" role="status">
        {announcement()}
      </p>
      <Switch>
        <Match when={mistakes().length === 0 && question.state().answer}>
          {(answer) => (
            <Show when={answer().items.length > 0} fallback={<Empty summary={lookupWords.none} />}>
              <ul class="licence-found" aria-label={t(lookupWords.found)}>
                <For each={answer().items}>{(one) => <Found one={one} />}</For>
              </ul>
              <p class="muted">{t(lookupWords.most)}</p>
            </Show>
          )}
        </Match>
      </Switch>
    </Frame>
  )
}

export default Lookup
