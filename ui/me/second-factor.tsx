// How does somebody set up one-time codes beside his password, and keep his recovery codes?
import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { renderSVG } from 'uqr'
import type { AccountView, SecondFactorOffer } from '../../contract/account/own-account.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { Line } from '../admin/field.tsx'
import { useSending } from '../admin/sending.ts'
import { accountApi } from '../client/account/account.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { client } from '../reading/queries.ts'
import { meWords as w } from './words.ts'

type Step = 'none' | 'begin' | 'codes' | 'off'

export const SecondFactor = (props: { account: AccountView }) => {
  const [step, setStep] = createSignal<Step>('none')
  const [offer, setOffer] = createSignal<SecondFactorOffer | null>(null)
  const [codes, setCodes] = createSignal<string[]>([])
  const done = (codes: string[]) => {
    setStep('none')
    setOffer(null)
    setCodes(codes)
    for (const key of ['account', 'me']) void client.invalidateQueries({ queryKey: [key] })
  }
  const back = () => setStep('none')
  return (
    <section class="block" aria-labelledby="second-factor">
      <h2 id="second-factor">{t(w.secondFactor)}</h2>
      <p class="muted">{t(w.secondFactorText)}</p>
      <Show when={props.account.secondFactorWanted && !props.account.secondFactor}>
        <p class="notice warn">▲ {t(w.wanted)}</p>
      </Show>
      <Show when={codes().length > 0}>
        <RecoveryCodes codes={codes()} />
      </Show>
      <Switch fallback={<Standing account={props.account} onOpen={setStep} />}>
        <Match when={offer()}>
          {(made) => <Confirm offer={made()} onDone={() => done(made().recoveryCodes)} />}
        </Match>
        <Match when={step() === 'begin'}>
          <ByPassword
            confirm={w.begin}
            send={async (password) => void setOffer(await accountApi.offer(password))}
            onBack={back}
          />
        </Match>
        <Match when={step() === 'codes'}>
          <ByPassword
            confirm={w.newCodes}
            send={async (password) => done((await accountApi.newCodes(password)).recoveryCodes)}
            onBack={back}
          />
        </Match>
        <Match when={step() === 'off'}>
          <ByPassword
            confirm={w.turnOff}
            send={async (password) => accountApi.off(password).then(() => done([]))}
            onBack={back}
          />
        </Match>
      </Switch>
    </section>
  )
}

const Standing = (props: { account: AccountView; onOpen: (step: Step) => void }) => (
  <Show
    when={props.account.secondFactor}
    fallback={
      <button type="button" class="button primary" onClick={() => props.onOpen('begin')}>
        {t(w.setUp)}
      </button>
    }
  >
    <p>{t(fill(w.isOn, { n: props.account.recoveryCodes }))}</p>
    <p class="form-actions">
      <button type="button" class="button" onClick={() => props.onOpen('codes')}>
        {t(w.newCodes)}
      </button>
      <Show when={!props.account.secondFactorWanted}>
        <button type="button" class="button" onClick={() => props.onOpen('off')}>
          {t(w.turnOff)}
        </button>
      </Show>
    </p>
  </Show>
)

const ByPassword = (props: {
  confirm: Text
  send: (password: string) => Promise<void>
  onBack: () => void
}) => {
  const sending = useSending()
  const [password, setPassword] = createSignal('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const missing = password() === '' ? [{ field: 'current', words: w.currentMissing }] : []
    void sending.send(missing, () => props.send(password()))
  }
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary mistakes={sending.mistakes()} />
      <Line
        name="current"
        type="password"
        autocomplete="current-password"
        label={w.currentPassword}
        value={password()}
        onInput={setPassword}
      />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(props.confirm)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(w.back)}
        </button>
      </p>
    </form>
  )
}

const Confirm = (props: { offer: SecondFactorOffer; onDone: () => void }) => {
  const sending = useSending()
  const [code, setCode] = createSignal('')
  const picture = () => `data:image/svg+xml,${encodeURIComponent(renderSVG(props.offer.uri))}`
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const wrong = /^\d{6}$/.test(code().trim()) ? [] : [{ field: 'code', words: w.codeMissing }]
    if (await sending.send(wrong, () => accountApi.confirm(code().trim()))) props.onDone()
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t(w.scan)}</p>
      <img src={picture()} alt={t(w.picture)} width="200" height="200" />
      <p>
        {t(w.typeSecret)} <code id="totp-secret">{props.offer.secret}</code>
      </p>
      <ErrorSummary mistakes={sending.mistakes()} />
      <Line
        name="code"
        label={w.firstCode}
        autocomplete="one-time-code"
        value={code()}
        onInput={setCode}
      />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(w.confirm)}
        </button>
      </p>
    </form>
  )
}

const RecoveryCodes = (props: { codes: string[] }) => {
  const id = createUniqueId()
  return (
    <div class="notice" role="status" aria-labelledby={id}>
      <p id={id}>
        <strong>{t(w.codesTitle)}</strong>
      </p>
      <ul class="recovery-codes">
        <For each={props.codes}>
          {(one) => (
            <li>
              <code>{one}</code>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
