// How does somebody who was given a link set his password, or register as a first administrator?
import { useParams } from '@solidjs/router'
import { createResource, createSignal, Match, Show, Switch } from 'solid-js'
import type { AccessView } from '../../contract/account/access.ts'
import { fill } from '../../domain/language/words.ts'
import { Line } from '../admin/field.tsx'
import { useSending } from '../admin/sending.ts'
import { accessApi } from '../client/account/access.ts'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showStamp } from '../screen/time.ts'
import Forgotten from './forgotten.tsx'
import { AccessFrame } from './frame.tsx'
import { missing } from './missing.ts'
import { NewPassword, useNewPassword } from './new-password.tsx'
import { accessWords as w } from './words.ts'

const useFounder = () => {
  const [one, setOne] = createSignal({ name: '', username: '', mail: '' })
  const set = (part: Partial<ReturnType<typeof one>>) => setOne({ ...one(), ...part })
  const mistakes = (): Mistake[] =>
    (['name', 'username', 'mail'] as const)
      .filter((field) => one()[field].trim() === '')
      .map((field) => ({ field, words: missing(w[field]) }))
  return { one, set, mistakes }
}

const Founder = (props: { of: ReturnType<typeof useFounder> }) => (
  <>
    <Line
      name="name"
      label={w.name}
      autocomplete="name"
      value={props.of.one().name}
      onInput={(name) => props.of.set({ name })}
    />
    <Line
      name="username"
      label={w.username}
      hint={w.usernameHint}
      autocomplete="username"
      value={props.of.one().username}
      onInput={(username) => props.of.set({ username })}
    />
    <Line
      name="mail"
      type="email"
      label={w.mail}
      hint={w.mailHint}
      autocomplete="email"
      value={props.of.one().mail}
      onInput={(mail) => props.of.set({ mail })}
    />
  </>
)

const Form = (props: { token: string; view: AccessView; onDone: (username: string) => void }) => {
  const sending = useSending()
  const founder = useFounder()
  const password = useNewPassword()
  const founding = props.view.kind === 'founding'
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const work = async () => {
      const answers = { ...founder.one(), password: password.first() }
      const { username } = founding
        ? await accessApi.found(props.token, answers)
        : await accessApi.setPassword(props.token, answers.password)
      props.onDone(username)
    }
    await sending.send([...(founding ? founder.mistakes() : []), ...password.mistakes()], work)
  }
  return (
    <>
      <h1>{t(founding ? w.foundTitle : w.passwordTitle)}</h1>
      <p class="lead">
        {t(
          founding
            ? w.foundLead
            : fill(w.passwordLead, {
                name: props.view.name ?? '',
                username: props.view.username ?? '',
              }),
        )}
      </p>
      <p class="muted">{t(fill(w.until, { time: showStamp(props.view.expiresAt) }))}</p>
      <ErrorSummary mistakes={sending.mistakes()} />
      <form class="sign-in-form" noValidate onSubmit={(event) => void submit(event)}>
        <Show when={founding}>
          <Founder of={founder} />
        </Show>
        <NewPassword of={password} />
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(sending.busy() ? w.saving : w.save)}
        </button>
      </form>
    </>
  )
}

const Page = () => (useParams<{ forgotten?: string }>().forgotten ? <Forgotten /> : <Access />)

const Access = () => {
  usePage(() => t(w.passwordTitle))
  const token = location.hash.slice(1)
  const [view, { refetch }] = createResource(() => accessApi.look(token))
  const [done, setDone] = createSignal<string | null>(null)
  /** Nobody who reads the history of the browser finds a link that may still be good. */
  const finish = (username: string) => {
    history.replaceState(null, '', location.pathname)
    setDone(username)
  }
  const gone = () => view.error && [404, 422].includes(asRefusal(view.error).status)
  return (
    <AccessFrame>
      <Switch fallback={<Skeleton rows={5} />}>
        <Match when={done()}>
          {(username) => (
            <div role="status">
              <h1>{t(w.done)}</h1>
              <p class="lead">{t(fill(w.doneText, { username: username() }))}</p>
              <a class="button primary" href={paths.signIn()}>
                {t(w.toSignIn)}
              </a>
            </div>
          )}
        </Match>
        <Match when={gone()}>
          <h1>{t(w.invalid)}</h1>
          <p class="lead">{t(w.invalidText)}</p>
          <a class="button" href={paths.forgotten}>
            {t(w.forgottenTitle)}
          </a>
        </Match>
        <Match when={view.error}>
          <h1>{t(w.passwordTitle)}</h1>
          <Failure error={view.error} what={w.passwordTitle} onRetry={() => void refetch()} />
        </Match>
        <Match when={view.state === 'ready' && view()}>
          {(found) => <Form token={token} view={found()} onDone={finish} />}
        </Match>
      </Switch>
    </AccessFrame>
  )
}

export default Page
