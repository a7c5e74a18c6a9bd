// How does each feed do, and how is one paused and resumed?
import { createSignal, For, Show } from 'solid-js'
import type { FeedStatus } from '../../../contract/devices/feeds.ts'
import type { FeedState } from '../../../domain/duty/feed-views.ts'
import { fill } from '../../../domain/language/words.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { ReasonForm } from './form.tsx'
import { SignedLine } from './signed-line.tsx'
import { stateWords, feedWords as w } from './words/feed-words.ts'

const bad: readonly FeedState[] = ['unheld', 'down', 'silent']
const heads = [w.feed, w.protocol, w.region, w.state, w.devices, w.heard, w.faults, w.gaps, w.acts]
const actOf = ({ state }: FeedStatus) => (state === 'paused' ? 'resume' : 'pause')
const titleOf = (one: FeedStatus) =>
  t(fill(actOf(one) === 'pause' ? w.pauseOf : w.resumeOf, { name: one.name }))

const State = (props: { one: FeedStatus }) => (
  <>
    <span class={bad.includes(props.one.state) ? 'bad-words' : ''}>
      {t(stateWords[props.one.state])}
    </span>
    <SignedLine of={props.one.paused} />
    <Show when={(props.one.state === 'down' || props.one.state === 'unheld') && props.one.detail}>
      {(said) => <p class="muted">{said()}</p>}
    </Show>
  </>
)

/** For the plant’s engineers, who have to trust it before we are let in. */
const Own = (props: { one: FeedStatus }) => (
  <Show when={props.one.own}>
    {(own) => (
      <p>
        <a
          class="registry-link"
          href={registryApi.certificate(props.one.id)}
          download="anjian-certificate.der"
          aria-label={t(fill(w.ownOf, { name: props.one.name }))}
        >
          {t(w.own)}
        </a>{' '}
        <span class="muted">
          {t(fill(w.ownSays, { signs: own().thumbprint.slice(-8), to: showMoment(own().to) }))}
        </span>
      </p>
    )}
  </Show>
)

const Row = (props: { one: FeedStatus; onAct: () => void }) => (
  <tr>
    <th scope="row">
      {props.one.name} <span class="muted">{props.one.id}</span>
    </th>
    <td>
      {props.one.protocol}
      <Own one={props.one} />
    </td>
    <td>{t(props.one.region)}</td>
    <td>
      <State one={props.one} />
    </td>
    <td>{props.one.devices}</td>
    <td>{props.one.lastSeenAt ? showMoment(props.one.lastSeenAt) : t(w.never)}</td>
    <td>{props.one.faultsToday}</td>
    <td>
      {props.one.gapSince
        ? t(fill(w.since, { n: props.one.gaps, time: showMoment(props.one.gapSince) }))
        : props.one.gaps}
    </td>
    <td>
      <Show when={props.one.state !== 'off'}>
        <button
          type="button"
          class="button small"
          aria-label={titleOf(props.one)}
          onClick={() => props.onAct()}
        >
          {t(w[actOf(props.one)])}
        </button>
      </Show>
    </td>
  </tr>
)

export const FeedLines = (props: { feeds: FeedStatus[]; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<FeedStatus | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  return (
    <section class="block" aria-labelledby="feed-lines">
      <h2 id="feed-lines">{t(w.feeds)}</h2>
      <PlainTable name={w.feeds} heads={heads}>
        <For each={props.feeds}>{(one) => <Row one={one} onAct={() => setOpen(one)} />}</For>
      </PlainTable>
      <Dialog
        open={open() !== null}
        title={open() ? titleOf(open()!) : ''}
        onClose={() => setOpen(null)}
      >
        <Show when={open()}>
          {(one) => (
            <>
              <Show when={actOf(one()) === 'pause'}>
                <p>{t(w.pauseSays)}</p>
              </Show>
              <ReasonForm
                label={t(w[actOf(one())])}
                send={(reason, keyOf) =>
                  registryApi.pause(one().id, actOf(one()), reason, keyOf(reason))
                }
                onDone={done}
              />
            </>
          )}
        </Show>
      </Dialog>
    </section>
  )
}
