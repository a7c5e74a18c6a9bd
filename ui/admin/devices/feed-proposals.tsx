// Which feeds does somebody want us to dial, and who lets us?
import { createSignal, For, Show } from 'solid-js'
import type { FeedProposal } from '../../../contract/devices/registry.ts'
import { fill } from '../../../domain/language/words.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { SettingLines } from './feed-form.tsx'
import { ReasonForm } from './form.tsx'
import { feedFormWords as f } from './words/feed-form-words.ts'
import { registryWords as w } from './words/words.ts'

type Deciding = { one: FeedProposal; approved: boolean }
const heads = [w.id, w.name, f.kind, w.protocol, w.region, f.settings, f.by, f.acts]
const titleOf = ({ one, approved }: Deciding) =>
  t(fill(approved ? f.approveOf : one.mine ? f.withdrawOf : f.returnOf, { name: one.name }))

const Row = (props: { one: FeedProposal; onDecide: (approved: boolean) => void }) => (
  <tr>
    <th scope="row">{props.one.id}</th>
    <td>{props.one.name}</td>
    <td>{t(props.one.fresh ? f.fresh : f.changed)}</td>
    <td>{props.one.protocol}</td>
    <td>{t(props.one.region)}</td>
    <td>
      <code class="registry-address">{String(props.one.settings.url ?? '')}</code>
    </td>
    <td>
      {props.one.by} {showMoment(props.one.at)}
    </td>
    <td>
      <Show when={!props.one.mine} fallback={<span class="muted">{t(f.byAnother)} </span>}>
        <button
          type="button"
          class="button small primary"
          aria-label={titleOf({ one: props.one, approved: true })}
          onClick={() => props.onDecide(true)}
        >
          {t(f.approve)}
        </button>{' '}
      </Show>
      <button
        type="button"
        class="button small"
        aria-label={titleOf({ one: props.one, approved: false })}
        onClick={() => props.onDecide(false)}
      >
        {t(props.one.mine ? f.withdraw : f.return)}
      </button>
    </td>
  </tr>
)

/** Nothing is dialled by them before another administrator has approved it. */
export const FeedProposals = (props: { all: FeedProposal[]; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<Deciding | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  const send =
    ({ one: { id, proposal }, approved }: Deciding) =>
    (reason: string, keyOf: KeyOf) => {
      const sent = { proposal, approved, reason }
      return registryApi.decideFeed(id, sent, keyOf(id, sent))
    }
  return (
    <Show when={props.all.length > 0}>
      <section class="block" aria-labelledby="feed-proposals">
        <h2 id="feed-proposals">{t(f.proposals)}</h2>
        <p class="notice warn">{t(f.proposalsLead)}</p>
        <PlainTable name={f.proposals} heads={heads}>
          <For each={props.all}>
            {(one) => <Row one={one} onDecide={(approved) => setOpen({ one, approved })} />}
          </For>
        </PlainTable>
      </section>
      <Dialog
        open={open() !== null}
        title={open() ? titleOf(open()!) : ''}
        onClose={() => setOpen(null)}
      >
        <Show when={open()}>
          {(now) => (
            <ReasonForm label={titleOf(now())} send={send(now())} onDone={done}>
              <SettingLines protocol={now().one.protocol} settings={now().one.settings} />
            </ReasonForm>
          )}
        </Show>
      </Dialog>
    </Show>
  )
}
