// Is the document in my hand genuine, in force and unchanged?
import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, createSignal, For, lazy, Match, on, Show, Suspense, Switch } from 'solid-js'
import type { VerifiedDocument, VerifiedLicence } from '../../domain/documents/verification.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { citizen } from '../client/public.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showDate, showDay } from '../screen/time.ts'
import { CodeField } from './code-field.tsx'
import { Frame } from './frame.tsx'
import { createQuestion, typedInto } from './question.ts'
import { verifyPath } from './verify-path.ts'
import { verifyWords as w } from './verify-words.ts'
import '../form/fields.css'

const SignatureCheck = lazy(() => import('./signature-check.tsx'))

const CodeForm = (props: { first: string; onAsk: (code: string) => void }) => {
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const code = typedInto(event, 'code')
    setMistakes(code === '' ? [{ field: 'code', words: w.missing }] : [])
    if (code !== '') props.onAsk(code)
  }
  return (
    <form class="block" noValidate onSubmit={submit}>
      <ErrorSummary mistakes={mistakes()} />
      <CodeField label={w.code} hint={w.codeHint} first={props.first} />
      <p class="form-actions">
        <button type="submit" class="button primary">
          {t(w.look)}
        </button>
      </p>
    </form>
  )
}

const rowsOf = (found: VerifiedDocument): [Text, string][] => [
  [w.name, found.title],
  ...(found.number === null ? [] : ([[w.number, found.number]] as [Text, string][])),
  ...(found.licence ? [[w.holder, found.licence.holder] as [Text, string]] : []),
  [w.office, found.office],
  [w.day, found.day],
  ...(found.endedAt === null ? [] : ([[w.endedAt, showDay(found.endedAt)]] as [Text, string][])),
  ...(found.licence ? termOf(found.licence) : []),
]

/** From when until when a licence holds, and how it stands today. */
const termOf = ({ validFrom, validUntil, words, since }: VerifiedLicence): [Text, string][] => [
  ...(validFrom === null ? [] : [[w.validFrom, validFrom] as [Text, string]]),
  ...(validUntil === null ? [] : [[w.validUntil, validUntil] as [Text, string]]),
  [w.licence, t(fill(w.licenceSince, { standing: t(words), date: showDate(since) }))],
]

/** A paper may be as good as ever, and the licence it speaks of ended. */
const ended = ({ state, licence }: VerifiedDocument): boolean =>
  state === 'issued' && licence?.inForce === false

const Found = (props: { found: VerifiedDocument }) => (
  <section class="block" aria-labelledby="verified-title">
    <div role="status">
      <h2
        id="verified-title"
        class={`verified ${ended(props.found) ? 'replaced' : props.found.state}`}
      >
        {t(ended(props.found) ? w.licenceEnded : w[props.found.state])}
      </h2>
    </div>
    <dl class="facts">
      <For each={rowsOf(props.found)}>
        {([label, value]) => (
          <div class="fact">
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  </section>
)

/** Only a secure page may hash; elsewhere one may fill in what another program has computed. */
const canHash = () => globalThis.crypto?.subtle !== undefined

const hashOf = async (file: File): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const HashField = (props: { onHash: (hash: string) => void }) => (
  <div class="field">
    <p class="notice warn">{t(w.noHash)}</p>
    <label class="field-label" for="field-hash">
      {t(w.hash)}
    </label>
    <input
      id="field-hash"
      autocomplete="off"
      maxlength={64}
      onInput={({ currentTarget: { value } }) =>
        /^[0-9a-f]{64}$/i.test(value) && props.onHash(value.toLowerCase())
      }
    />
  </div>
)

const Compare = (props: { code: string }) => {
  const question = createQuestion((sha256: string) => citizen.compare(props.code, sha256))
  let taken = 0
  let last = ''
  const compare = (hash: string) => {
    last = hash
    void question.again(hash)
  }
  /** A large file is read slowly: meanwhile another may have been chosen. */
  const take = (file: File | undefined) => {
    question.forget()
    taken += 1
    const mine = taken
    if (file) void hashOf(file).then((hash) => mine === taken && compare(hash))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer?.files[0])
  }
  return (
    <section
      class="block"
      aria-labelledby="compare-title"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h2 id="compare-title">{t(w.compare)}</h2>
      <p>{t(w.compareLead)}</p>
      <Show when={canHash()} fallback={<HashField onHash={compare} />}>
        <div class="field">
          <label class="field-label" for="field-file">
            {t(w.file)}
          </label>
          <input
            id="field-file"
            type="file"
            accept="application/pdf"
            onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
          />
        </div>
      </Show>
      <p role="status" class="compared">
        <Show when={question.state().busy}>{t(w.comparing)}</Show>
        <Show when={question.state().answer}>
          {(answer) => <strong>{t(answer().same ? w.same : w.changed)}</strong>}
        </Show>
      </p>
      <Show when={question.state().error}>
        {(error) => <Failure error={error()} what={w.loading} onRetry={() => compare(last)} />}
      </Show>
    </section>
  )
}

const Verify = () => {
  const params = useParams()
  const navigate = useNavigate()
  const question = createQuestion(citizen.verify)
  usePage(() => t(w.title))
  createEffect(
    on(
      () => params.code,
      (code) => {
        question.forget()
        if (code) void question.again(code)
      },
    ),
  )
  return (
    <Frame>
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <CodeForm
        first={params.code ?? ''}
        onAsk={(code) =>
          code === params.code ? void question.again(code) : navigate(verifyPath(code))
        }
      />
      <Switch>
        <Match when={question.state().error}>
          {(error) => (
            <Failure
              error={error()}
              what={w.loading}
              onRetry={() => void question.again(params.code ?? '')}
            />
          )}
        </Match>
        <Match when={question.state().answer}>
          {(found) => (
            <>
              <Found found={found()} />
              <Show when={found().code} keyed>
                {(code) => <Compare code={code} />}
              </Show>
            </>
          )}
        </Match>
        <Match when={question.state().busy}>
          <Skeleton rows={4} />
        </Match>
      </Switch>
      <Suspense>
        <SignatureCheck />
      </Suspense>
    </Frame>
  )
}

export default Verify
