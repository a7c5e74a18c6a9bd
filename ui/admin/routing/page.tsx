// By which rules are new tasks given to people, who entered them, and which have ended? (S16)

import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { RulePage, RuleView } from '../../../contract/routing/routing.ts'
import { fill } from '../../../domain/language/words.ts'
import { routingApi } from '../../client/organisation/routing.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { usePage } from '../../screen/page.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { showStamp } from '../../screen/time.ts'
import { GroundForm, useGround } from '../people/ground.tsx'
import { adminWords } from '../words.ts'
import { routingQueries } from './client.ts'
import { RuleForm } from './form.tsx'
import { statusWords, routingWords as w } from './words.ts'
import '../../form/fields.css'
import '../admin.css'

const reachOf = ({ process, region, kind }: RuleView): string =>
  [
    t(process ?? w.everyProcess),
    ...(region ? [t(region)] : []),
    ...(kind ? [`${t(kind.field)}${t(adminWords.colon)}${t(kind.value)}`] : []),
  ].join(' · ')

const Row = (props: { one: RuleView; onEnd: (one: RuleView) => void }) => (
  <tr>
    <th scope="row">{t(props.one.post)}</th>
    <td>{reachOf(props.one)}</td>
    <td>
      {t(w[props.one.way])}
      <Show when={props.one.person}>
        {(person) => (
          <>
            <br />
            <strong>{person().name}</strong>
          </>
        )}
      </Show>
    </td>
    <td>
      {t(fill(w.since, { time: showStamp(props.one.since) }))}
      <Show when={props.one.until}>
        {(until) => (
          <>
            <br />
            {t(fill(w.to, { time: showStamp(until()) }))}
          </>
        )}
      </Show>
      <br />
      <strong>{t(statusWords[props.one.status])}</strong>
    </td>
    <td class="admin-wide">
      <Show when={props.one.order}>{(order) => <>{order()} · </>}</Show>
      {props.one.reason}
      <br />
      <span class="muted">
        {t(fill(w.entered, { name: props.one.by.name, time: showStamp(props.one.by.at) }))}
      </span>
      <Show when={props.one.endedBy}>
        {(by) => (
          <>
            <br />
            <span class="muted">
              {t(
                fill(w.endedBy, { name: by().name, time: showStamp(by().at), reason: by().reason }),
              )}
            </span>
          </>
        )}
      </Show>
    </td>
    <td>
      <Show when={props.one.mayEnd}>
        <button
          type="button"
          class="button small"
          aria-label={`${t(w.end)} ${t(props.one.post)}`}
          onClick={() => props.onEnd(props.one)}
        >
          {t(w.end)}
        </button>
      </Show>
    </td>
  </tr>
)

const Table = (props: { items: RuleView[]; onEnd: (one: RuleView) => void }) => (
  <Show when={props.items.length > 0} fallback={<p class="muted">{t(w.none)}</p>}>
    <Scroll name={w.title}>
      <table class="plain-table">
        <thead>
          <tr>
            <For each={[w.post, w.reach, w.way, w.term, w.ground]}>
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
            <td />
          </tr>
        </thead>
        <tbody>
          <For each={props.items}>{(one) => <Row one={one} onEnd={props.onEnd} />}</For>
        </tbody>
      </table>
    </Scroll>
  </Show>
)

const EndForm = (props: { one: RuleView; onDone: () => void; onBack: () => void }) => {
  const groundForm = useGround()
  const submit = async () => {
    const { reason } = groundForm.ground()
    const work = (keyOf: KeyOf) => routingApi.end(props.one.id, reason, keyOf(reason))
    if (await groundForm.sending.send(groundForm.mistakes(), work)) props.onDone()
  }
  const title = () => t(fill(w.endTitle, { post: t(props.one.post) }))
  return (
    <GroundForm
      title={title()}
      confirm={w.confirmEnd}
      plain
      groundForm={groundForm}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <p>{t(w.endText)}</p>
    </GroundForm>
  )
}

type Open = { what: 'enter' } | { what: 'end'; one: RuleView } | null

const Whole = (props: { page: RulePage; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<Open>(null)
  const back = () => setOpen(null)
  const done = () => {
    back()
    props.onChanged()
  }
  const ending = () => {
    const now = open()
    return now?.what === 'end' ? now.one : null
  }
  return (
    <>
      <Switch
        fallback={
          <p class="form-actions admin-acts">
            <button type="button" class="button primary" onClick={() => setOpen({ what: 'enter' })}>
              {t(w.enter)}
            </button>
          </p>
        }
      >
        <Match when={open()?.what === 'enter'}>
          <RuleForm choices={props.page.choices} onDone={done} onBack={back} />
        </Match>
        <Match when={ending()}>
          {(one) => <EndForm one={one()} onDone={done} onBack={back} />}
        </Match>
      </Switch>
      <section class="block">
        <Table items={props.page.items} onEnd={(one) => setOpen({ what: 'end', one })} />
      </section>
    </>
  )
}

const Routing = () => {
  const found = useQuery(routingQueries.rules)
  usePage(() => t(w.title))
  return (
    <>
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <p class="notice">{t(w.bounds)}</p>
      <Answered found={found} what={w.title} rows={4}>
        {(page) => <Whole page={page()} onChanged={() => void found.refetch()} />}
      </Answered>
    </>
  )
}

export default Routing
