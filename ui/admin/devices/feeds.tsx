// Which lines are registered, and how is one enrolled or changed?
import { createSignal, For, lazy, Show } from 'solid-js'
import type { RegistryFeed } from '../../../contract/devices/registry.ts'
import { fill } from '../../../domain/language/words.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { Scroll } from '../../screen/scroll.tsx'
import { Field, ReasonForm, Tick } from './form.tsx'
import { feedFormWords as f } from './words/feed-form-words.ts'
import { registryWords as w } from './words/words.ts'

const NewFeed = lazy(() => import('./feed-form.tsx').then((file) => ({ default: file.NewFeed })))
const FeedSettings = lazy(() =>
  import('./feed-form.tsx').then((file) => ({ default: file.FeedSettings })),
)

const Change = (props: { feed: RegistryFeed; onDone: () => void }) => {
  const [name, setName] = createSignal(props.feed.name)
  const [silence, setSilence] = createSignal(String(props.feed.silenceSeconds))
  const [enabled, setEnabled] = createSignal(props.feed.enabled)
  const send = (reason: string, keyOf: KeyOf) => {
    const wanted = {
      name: name().trim(),
      silenceSeconds: Number(silence()),
      enabled: enabled(),
      reason,
    }
    return registryApi.feed(props.feed.id, wanted, keyOf(wanted))
  }
  return (
    <ReasonForm label={t(w.save)} send={send} onDone={props.onDone}>
      <Field label={t(w.name)} value={name()} onInput={setName} />
      <Field label={t(w.silence)} value={silence()} onInput={setSilence} type="number" />
      <Tick label={t(w.enabled)} on={enabled()} onChange={setEnabled} />
    </ReasonForm>
  )
}

type Open = { act: 'new' } | { act: 'change' | 'settings'; feed: RegistryFeed }

const titleOf = (open: Open | null): string => {
  if (open === null || open.act === 'new') return t(f.add)
  return t(fill(open.act === 'change' ? w.changeOf : f.settingsOf, { name: open.feed.name }))
}

const Row = (props: { one: RegistryFeed; onOpen: (open: Open) => void }) => (
  <tr>
    <th scope="row">{props.one.id}</th>
    <td>{props.one.name}</td>
    <td>{props.one.protocol}</td>
    <td>{t(props.one.region)}</td>
    <td>{props.one.port ?? '–'}</td>
    <td>{props.one.silenceSeconds}</td>
    <td>{props.one.devices}</td>
    <td>{t(props.one.enabled ? w.on : w.off)}</td>
    <td>
      <For each={['change', 'settings'] as const}>
        {(act) => (
          <button
            type="button"
            class="button small"
            aria-label={titleOf({ act, feed: props.one })}
            onClick={() => props.onOpen({ act, feed: props.one })}
          >
            {t(act === 'change' ? w.change : f.settings)}
          </button>
        )}
      </For>
    </td>
  </tr>
)

export const Feeds = (props: { feeds: RegistryFeed[]; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<Open | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  const of = (act: 'change' | 'settings') => {
    const now = open()
    return now?.act === act ? now.feed : undefined
  }
  return (
    <section class="block" aria-labelledby="registry-feeds">
      <h2 id="registry-feeds">{t(w.feeds)}</h2>
      <Scroll name={w.feeds}>
        <table class="plain-table">
          <thead>
            <tr>
              <For
                each={[w.id, w.name, w.protocol, w.region, w.port, w.silence, w.devices, w.state]}
              >
                {(head) => <th scope="col">{t(head)}</th>}
              </For>
              <td />
            </tr>
          </thead>
          <tbody>
            <For each={props.feeds}>{(one) => <Row one={one} onOpen={setOpen} />}</For>
          </tbody>
        </table>
      </Scroll>
      <button type="button" class="button" onClick={() => setOpen({ act: 'new' })}>
        {t(f.add)}
      </button>
      <Dialog open={open() !== null} title={titleOf(open())} onClose={() => setOpen(null)}>
        <Show when={open()?.act === 'new'}>
          <NewFeed onDone={done} />
        </Show>
        <Show when={of('change')}>{(feed) => <Change feed={feed()} onDone={done} />}</Show>
        <Show when={of('settings')}>{(feed) => <FeedSettings feed={feed()} onDone={done} />}</Show>
      </Dialog>
    </section>
  )
}
