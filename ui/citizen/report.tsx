// How does somebody nameless report: fill in, check, submit, and keep number and code?
import { useNavigate, useParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { PublicProcess } from '../../domain/public/form.ts'
import { newKey, type Refusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { citizen } from '../client/public.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { formWords } from '../screen/form-words.ts'
import { focusWhenReady, usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { type Answers, CitizenFields } from './fields.tsx'
import { Frame } from './frame.tsx'
import { createPhotos, type Photos } from './photos.tsx'
import { createQuestion, passReceipt } from './question.ts'
import { Confirmed } from './receipt.tsx'
import { type Sent, useSending } from './sending.ts'
import { citizenWords as w } from './words.ts'

const missing = (field: Field): Mistake => ({
  field: field.name,
  words: fill(field.kind === 'choice' ? formWords.missingChoice : formWords.missing, {
    name: t(field.words),
  }),
})

const mistakesIn = (fields: Field[], answers: Answers, photos: Photos): Mistake[] =>
  fields.flatMap((field) => {
    if (field.kind === 'files')
      return photos.ready()
        ? []
        : [{ field: field.name, words: photos.failed() ? formWords.failedFiles : w.photosNotReady }]
    return field.required && !answers[field.name]?.trim() ? [missing(field)] : []
  })

const payload = (fields: Field[], answers: Answers, photos: Photos): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.kind === 'files') return photos.ids().length > 0 ? [[field.name, photos.ids()]] : []
      const answer = answers[field.name]?.trim()
      return answer ? [[field.name, answer]] : []
    }),
  )

const refused = (refusal: Refusal, fields: Field[]): Mistake[] => {
  const named = Object.entries(refusal.details.fields ?? {}).flatMap(([name, words]) =>
    fields.some((field) => field.name === name) ? [{ field: name, words }] : [],
  )
  if (named.length > 0) return named
  return refusal.reasons.length > 0
    ? refusal.reasons.map((words) => ({ field: null, words }))
    : [{ field: null, words: refusal.status === 0 ? w.lost : refusal.title }]
}

const Before = () => (
  <section class="notice" aria-labelledby="before-title">
    <h2 id="before-title">{t(w.before)}</h2>
    <ul>
      <For each={[w.beforeAnonymous, w.which, w.beforeSeen, w.beforePhotos, w.beforeCode]}>
        {(one) => <li>{t(one)}</li>}
      </For>
    </ul>
  </section>
)

/** People never come to this field; what fills in everything does. */
const Trap = (props: { value: string; onChange: (value: string) => void }) => (
  <div class="visually-hidden" aria-hidden="true">
    <input
      name="website"
      tabindex="-1"
      autocomplete="off"
      value={props.value}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
  </div>
)

type CheckProps = {
  fields: Field[]
  answers: Answers
  photos: Photos
  busy: boolean
  onBack: () => void
  onSend: () => void
}

const Check = (props: CheckProps) => {
  const answerText = (field: Field) => {
    if (field.kind === 'files')
      return props.photos.list().length > 0
        ? t(fill(w.files, { n: props.photos.list().length }))
        : t(w.notFilled)
    const answer = props.answers[field.name]?.trim()
    const choice = answer ? field.choices?.[answer] : undefined
    return choice ? t(choice) : answer || t(w.notFilled)
  }
  return (
    <>
      <h1 tabindex="-1" ref={focusWhenReady}>
        {t(w.check)}
      </h1>
      <dl class="summary block">
        <For each={props.fields}>
          {(field) => (
            <div>
              <dt>{t(field.words)}</dt>
              <dd>{answerText(field)}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="form-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={props.busy}
          onClick={() => !props.busy && props.onSend()}
        >
          {t(props.busy ? w.sending : w.send)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(w.change)}
        </button>
      </p>
    </>
  )
}

/** What was written and was not registered: it begins the next report. */
type Left = { answers: Answers; files: File[] }
type FormProps = {
  process: PublicProcess
  ticket: string
  first: Left
  onReceipt: (sent: Sent, left: Left) => void
}

const ReportForm = (props: FormProps) => {
  const key = newKey()
  const photos = createPhotos((bytes, name, file) => citizen.upload(bytes, name, key, file))
  for (const file of props.first.files) void photos.add(file)
  const sending = useSending(() => props.process.id, props.ticket, key)
  const [answers, setAnswers] = createSignal<Answers>(props.first.answers)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [checking, setChecking] = createSignal(false)
  const [website, setWebsite] = createSignal('')
  const forward = (event: Event) => {
    event.preventDefault()
    setMistakes(mistakesIn(props.process.fields, answers(), photos))
    setChecking(mistakes().length === 0)
  }
  const submit = async () => {
    const answer = await sending.send(payload(props.process.fields, answers(), photos), website())
    if ('receipt' in answer)
      return props.onReceipt(answer, {
        answers: answers(),
        files: photos.list().map(({ file }) => file),
      })
    setChecking(false)
    setMistakes(refused(answer, props.process.fields))
  }
  return (
    <Show
      when={!checking()}
      fallback={
        <Check
          fields={props.process.fields}
          answers={answers()}
          photos={photos}
          busy={sending.busy()}
          onBack={() => setChecking(false)}
          onSend={() => void submit()}
        />
      }
    >
      <h1>{t(props.process.words)}</h1>
      <Before />
      <ErrorSummary mistakes={mistakes()} />
      <form class="block" noValidate onSubmit={forward}>
        <CitizenFields
          fields={props.process.fields}
          answers={answers()}
          mistakes={mistakes()}
          onChange={(name, value) => setAnswers({ ...answers(), [name]: value })}
          photos={photos}
        />
        <Trap value={website()} onChange={setWebsite} />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t(w.next)}
          </button>
        </p>
      </form>
    </Show>
  )
}

const nothing: Left = { answers: {}, files: [] }

const Report = () => {
  usePage(() => t(w.toReport))
  const params = useParams()
  const navigate = useNavigate()
  const [sent, setSent] = createSignal<Sent | null>(null)
  const [left, setLeft] = createSignal(nothing)
  const question = createQuestion(citizen.processes)
  void question.again(undefined)
  const open = () => question.state().answer?.items.find(({ id }) => id === params.process)
  const received = (one: Sent, written: Left) => {
    setLeft(one.late ? written : nothing)
    setSent(one)
  }
  const follow = () => {
    passReceipt(sent()?.receipt ?? null)
    navigate(paths.publicFollow)
  }
  return (
    <Frame>
      <Show when={!sent() && !open()}>
        <h1>{t(w.toReport)}</h1>
      </Show>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={sent()}>
          {(one) => (
            <Confirmed
              receipt={one().receipt}
              late={one().late}
              onFollow={follow}
              onAnother={() => setSent(null)}
            />
          )}
        </Match>
        <Match when={open()}>
          {(process) => (
            <ReportForm
              process={process()}
              ticket={question.state().answer?.ticket ?? ''}
              first={left()}
              onReceipt={received}
            />
          )}
        </Match>
        <Match when={question.state().answer}>
          <p class="notice warn">{t(w.nothingOpen)}</p>
        </Match>
        <Match when={question.state().error}>
          {(error) => (
            <Failure
              error={error()}
              what={w.loadingForm}
              onRetry={() => void question.again(undefined)}
            />
          )}
        </Match>
      </Switch>
    </Frame>
  )
}

export default Report
