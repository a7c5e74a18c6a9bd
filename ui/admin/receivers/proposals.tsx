// What do administrators want of receivers, and who lets it come into force?
import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import type { ReceiverProposal } from '../../../domain/warning/views.ts'
import { receiversApi } from '../../client/devices/receivers.ts'
import { t } from '../../client/words.ts'
import { levelWords } from '../../clock/level-words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { ReasonForm } from '../devices/form.tsx'
import { receiverWords as w } from './words.ts'

type Deciding = { one: ReceiverProposal; approved: boolean }

const heads = [
  w.name,
  w.kindOfChange,
  w.url,
  w.format,
  w.signed,
  w.leastLevel,
  w.regionsShort,
  w.exercise,
  w.state,
  w.proposedBy,
  w.acts,
]

const Row = (props: { one: ReceiverProposal; onDecide: (approved: boolean) => void }) => (
  <tr>
    <th scope="row">{props.one.name}</th>
    <td>{t(props.one.fresh ? w.freshReceiver : w.changedReceiver)}</td>
    <td class="receiver-url">{props.one.url}</td>
    <td>{props.one.format === 'cap' ? 'CAP 1.2' : 'GeoJSON'}</td>
    <td>
      {t(props.one.signed ? w.yes : w.no)}
      <Show when={props.one.newSecret}>{` · ${t(w.newSecret)}`}</Show>
    </td>
    <td>{t(levelWords[props.one.leastLevel])}</td>
    <td>
      <Show when={props.one.regions.length > 0} fallback={t(w.allRegions)}>
        <For each={props.one.regions.filter(isRegion)}>
          {(code) => <div>{t(regions[code].name)}</div>}
        </For>
      </Show>
    </td>
    <td>{t(props.one.exercises ? w.yes : w.no)}</td>
    <td>{t(props.one.enabled ? w.on : w.off)}</td>
    <td>
      {props.one.by} {showMoment(props.one.at)}
    </td>
    <td>
      <Show when={!props.one.mine} fallback={<span class="muted">{t(w.byAnother)} </span>}>
        <button
          type="button"
          class="button small primary"
          aria-label={t(fill(w.approveOf, { name: props.one.name }))}
          onClick={() => props.onDecide(true)}
        >
          {t(w.approve)}
        </button>{' '}
      </Show>
      <button
        type="button"
        class="button small"
        aria-label={t(fill(props.one.mine ? w.withdrawOf : w.returnOf, { name: props.one.name }))}
        onClick={() => props.onDecide(false)}
      >
        {t(props.one.mine ? w.withdraw : w.return)}
      </button>
    </td>
  </tr>
)

/** Nothing of it is sent by before another administrator has approved it. */
export const Proposals = (props: { all: ReceiverProposal[]; onDone: () => void }) => {
  const [open, setOpen] = createSignal<Deciding | null>(null)
  const title = () => {
    const now = open()
    if (!now) return ''
    return t(
      fill(now.approved ? w.approveOf : now.one.mine ? w.withdrawOf : w.returnOf, {
        name: now.one.name,
      }),
    )
  }
  const send = (now: Deciding) => (reason: string, keyOf: KeyOf) => {
    const sent = { proposal: now.one.proposal, approved: now.approved, reason }
    return receiversApi.decide(now.one.id, sent, keyOf(now.one.id, sent))
  }
  const done = () => {
    setOpen(null)
    props.onDone()
  }
  return (
    <Show when={props.all.length > 0}>
      <section class="block" aria-labelledby="receiver-proposals">
        <h2 id="receiver-proposals">{t(w.proposals)}</h2>
        <p class="notice warn">{t(w.proposalsLead)}</p>
        <PlainTable name={w.proposals} heads={heads}>
          <For each={props.all}>
            {(one) => <Row one={one} onDecide={(approved) => setOpen({ one, approved })} />}
          </For>
        </PlainTable>
      </section>
      <Dialog open={open() !== null} title={title()} onClose={() => setOpen(null)}>
        <Show when={open()}>
          {(now) => (
            <ReasonForm label={title()} send={send(now())} onDone={done}>
              <p class="receiver-url">{now().one.url}</p>
            </ReasonForm>
          )}
        </Show>
      </Dialog>
    </Show>
  )
}
