// How does somebody come in: number and code of his paper first, then the code from his telephone?
import { createSignal, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { type NumberAndCode, NumberAndCodeForm } from '../citizen/number-and-code.tsx'
import { typedInto } from '../citizen/question.ts'
import { asRefusal, type Refusal } from '../client/client.ts'
import { ownMatterApi } from '../client/public.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake, mistakesOf } from '../form/error-summary.tsx'
import { focusWhenReady } from '../screen/page.ts'
import { ownMatterWords as w } from './words.ts'

type Sent = NumberAndCode & { challenge: string; sentTo: string; minutes: number }

/** Who is not let in is led to the field; anything else is not the fault of what he typed. */
const refused = (refusal: Refusal, field: string): Mistake[] =>
  mistakesOf(refusal, refusal.status === 404 || refusal.status === 401 ? field : null)

/** One question at a time, with what was wrong about the last. */
const useAsking = () => {
  const [busy, setBusy] = createSignal(false)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const ask = async <Answer,>(
    work: () => Promise<Answer>,
    field: string,
  ): Promise<Answer | null> => {
    if (busy()) return null
    setBusy(true)
    setMistakes([])
    try {
      return await work()
    } catch (error) {
      setMistakes(refused(asRefusal(error), field))
      return null
    } finally {
      setBusy(false)
    }
  }
  return { busy, mistakes, setMistakes, ask }
}

const Paper = (props: { first: NumberAndCode; onSent: (sent: Sent) => void }) => {
  const { busy, mistakes, ask } = useAsking()
  const askFor = async (given: NumberAndCode) => {
    const sent = await ask(() => ownMatterApi.sendCode(given.number, given.code), 'number')
    if (sent) props.onSent({ ...given, ...sent })
  }
  return (
    <NumberAndCodeForm
      title={w.title}
      lead={w.lead}
      words={w}
      first={props.first}
      busy={busy()}
      mistakes={mistakes()}
      onAsk={(given) => void askFor(given)}
    />
  )
}

const Telephone = (props: {
  sent: Sent
  onSent: (sent: Sent) => void
  onBack: () => void
  onIn: () => void
}) => {
  const { busy, mistakes, setMistakes, ask } = useAsking()
  const [note, setNote] = createSignal<Text | null>(null)
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setNote(null)
    const code = typedInto(event, 'one-time')
    if (!/^\d{6}$/.test(code.replace(/\s/g, '')))
      return setMistakes([{ field: 'one-time', words: w.oneTimeMissing }])
    if (await ask(() => ownMatterApi.enter(props.sent.challenge, code), 'one-time')) props.onIn()
  }
  const again = async () => {
    setNote(null)
    const { number, code } = props.sent
    const sent = await ask(() => ownMatterApi.sendCode(number, code), 'one-time')
    if (!sent) return
    props.onSent({ number, code, ...sent })
    setNote(w.sentAgain)
  }
  return (
    <>
      <h1 tabindex="-1" ref={focusWhenReady}>
        {t(w.phoneTitle)}
      </h1>
      <p>{t(fill(w.sentTo, { phone: props.sent.sentTo, minutes: props.sent.minutes }))}</p>
      <ErrorSummary mistakes={mistakes()} />
      <p role="status">
        <Show when={note()}>{(words) => t(words())}</Show>
      </p>
      <form class="block" noValidate onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label class="field-label" for="field-one-time">
            {t(w.oneTime)}
          </label>
          <input
            id="field-one-time"
            class="short"
            name="one-time"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="8"
          />
        </div>
        <p class="form-actions">
          <button type="submit" class="button primary" aria-disabled={busy()}>
            {t(busy() ? w.entering : w.enter)}
          </button>
          <button type="button" class="button" onClick={() => void again()}>
            {t(w.again)}
          </button>
          <button type="button" class="button quiet" onClick={() => props.onBack()}>
            {t(w.other)}
          </button>
        </p>
      </form>
    </>
  )
}

export const Entrance = (props: { onIn: () => void }) => {
  const [asked, setAsked] = createSignal({ number: '', code: '' })
  const [sent, setSent] = createSignal<Sent | null>(null)
  const keep = (next: Sent) => {
    setAsked({ number: next.number, code: next.code })
    setSent(next)
  }
  return (
    <Show when={sent()} fallback={<Paper first={asked()} onSent={keep} />}>
      {(one) => (
        <Telephone
          sent={one()}
          onSent={keep}
          onBack={() => setSent(null)}
          onIn={() => props.onIn()}
        />
      )}
    </Show>
  )
}
