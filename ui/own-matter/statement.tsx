// How does somebody state his defence, ask for a hearing or do without, with his own papers?
import { createSignal, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { OwnAct } from '../../domain/views/own-matter.ts'
import { type Answers, CitizenFields } from '../citizen/fields.tsx'
import { createPhotos } from '../citizen/photos.tsx'
import { asRefusal, newKey, type Refusal } from '../client/client.ts'
import { ownMatterApi } from '../client/public.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake, mistakesOf } from '../form/error-summary.tsx'
import { isUnclear } from '../reading/requests.ts'
import { formWords } from '../screen/form-words.ts'
import { focusWhenReady } from '../screen/page.ts'
import { ownMatterWords as w } from './words.ts'
import '../form/fields.css'

type Props = { act: OwnAct; onDone: () => Promise<void>; onBack: () => void; onEnded: () => void }

const refused = (refusal: Refusal): Mistake[] =>
  isUnclear(refusal) ? [{ field: null, words: w.unclear }] : mistakesOf(refusal)

/** One key from the opened form to the stored act: what got no answer may be sent again. */
export const Statement = (props: Props) => {
  const key = newKey()
  const papers = createPhotos((bytes, name, file) => ownMatterApi.upload(bytes, name, file))
  const [answers, setAnswers] = createSignal<Answers>({})
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [busy, setBusy] = createSignal(false)
  const data = (): Record<string, unknown> => ({
    ...Object.fromEntries(Object.entries(answers()).filter(([, value]) => value.trim() !== '')),
    ...(papers.ids().length > 0 ? { papers: papers.ids() } : {}),
  })
  const missing = (): Mistake[] => [
    ...props.act.fields
      .filter((field) => field.required && !answers()[field.name]?.trim())
      .map((field) => ({
        field: field.name,
        words: fill(formWords.missing, { name: t(field.words) }),
      })),
    ...(papers.ready() ? [] : [{ field: 'papers', words: formWords.failedFiles }]),
  ]
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy()) return
    setMistakes(missing())
    if (mistakes().length > 0) return
    setBusy(true)
    try {
      await ownMatterApi.act(props.act.type, data(), key)
      await props.onDone()
    } catch (error) {
      const refusal = asRefusal(error)
      if (refusal.status === 401) props.onEnded()
      else setMistakes(refused(refusal))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <h1 tabindex="-1" ref={focusWhenReady}>
        {t(props.act.words)}
      </h1>
      <ErrorSummary mistakes={mistakes()} />
      <Show when={props.act.consequence}>
        {(one) => (
          <p class="notice warn">
            {t(one().effect)} {one().article}
          </p>
        )}
      </Show>
      <form class="block" noValidate onSubmit={(event) => void submit(event)}>
        <CitizenFields
          fields={props.act.fields}
          answers={answers()}
          mistakes={mistakes()}
          photos={papers}
          onChange={(name, value) => setAnswers({ ...answers(), [name]: value })}
        />
        <p class="muted">{t(w.sure)}</p>
        <p class="form-actions">
          <button type="submit" class="button primary" aria-disabled={busy()}>
            {t(busy() ? w.submitting : w.submit)}
          </button>
          <button type="button" class="button quiet" onClick={() => props.onBack()}>
            {t(w.back)}
          </button>
        </p>
      </form>
    </>
  )
}
