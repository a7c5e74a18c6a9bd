// Who has bound himself and said his secret, and how does this person do it?
import { createSignal, For, Show } from 'solid-js'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { fill } from '../../domain/language/words.ts'
import { drawsApi } from '../client/case/draws.ts'
import { t } from '../client/words.ts'
import { Failure } from '../screen/states.tsx'
import { createPressing } from '../shelf/pressing.ts'
import { readDrawsAnew } from './reading.ts'
import { commitmentOf, forgetSecret, keptSecret, throwSecret } from './secret.ts'
import { drawWords as w } from './words.ts'

const Say = (props: { draw: DrawView }) => {
  const { busy, failed, send } = createPressing(readDrawsAnew)
  const { id, me } = props.draw
  const [secret, setSecret] = createSignal(keptSecret(id, me) ?? '')
  const say = () =>
    send(async (key) => {
      await drawsApi.say(id, secret().trim(), key)
      forgetSecret(id, me)
    })
  return (
    <div>
      <div class="field">
        <label for="draw-secret">{t(w.secret)}</label>
        <input
          id="draw-secret"
          value={secret()}
          onInput={(event) => setSecret(event.currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="button primary"
        aria-disabled={busy()}
        onClick={() => void say()}
      >
        {t(w.say)}
      </button>
      <Show when={failed()}>{(error) => <Failure error={error()} />}</Show>
    </div>
  )
}

const Bind = (props: { draw: DrawView }) => {
  const { busy, failed, send } = createPressing(readDrawsAnew)
  const bind = () =>
    send(async (key) => {
      const { id, me } = props.draw
      const secret = keptSecret(id, me) ?? throwSecret(id, me)
      await drawsApi.bind(id, await commitmentOf(id, me, secret), key)
    })
  return (
    <div>
      <p>{t(w.bindHint)}</p>
      <button
        type="button"
        class="button primary"
        aria-disabled={busy()}
        onClick={() => void bind()}
      >
        {t(w.bind)}
      </button>
      <Show when={failed()}>{(error) => <Failure error={error()} />}</Show>
    </div>
  )
}

export const Binding = (props: { draw: DrawView }) => {
  const kept = () =>
    props.draw.said.some(({ mine, revealed }) => mine && !revealed)
      ? keptSecret(props.draw.id, props.draw.me)
      : null
  const waits = () =>
    props.draw.phase !== 'drawn' && !props.draw.may.commit && !props.draw.may.reveal
  return (
    <section class="block">
      <h2>{t(w.people)}</h2>
      <Show when={props.draw.said.length > 0} fallback={<p>{t(w.nobody)}</p>}>
        <ul>
          <For each={props.draw.said}>
            {(one) => (
              <li class="draw-said">
                {t(fill(w.bound, { name: one.name, hash: '' }))} <code>{one.hash}</code>
                <Show when={one.revealed}>
                  {' '}
                  <span class="tag">{t(fill(w.said, { name: one.name }))}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={kept()}>
        {(secret) => (
          <p class="draw-kept">
            {t(w.kept)} <code>{secret()}</code>
          </p>
        )}
      </Show>
      <Show when={props.draw.may.commit}>
        <Bind draw={props.draw} />
      </Show>
      <Show when={props.draw.may.reveal}>
        <Say draw={props.draw} />
      </Show>
      <Show when={waits()}>
        <p role="status">{t(w.waiting)}</p>
      </Show>
    </section>
  )
}
