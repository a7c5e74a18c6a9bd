// Who would be visited too often over all bureaus, and what becomes of each?
import { createSignal, For, Show } from 'solid-js'
import type { YearPlanView } from '../../contract/year-plans/year-plans.ts'
import { fill } from '../../domain/language/words.ts'
import { yearPlansApi } from '../client/case/year-plans.ts'
import { t } from '../client/words.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { createPressing } from '../shelf/pressing.ts'
import { Reasoned } from '../shelf/reasoned.tsx'
import { shelfWords } from '../shelf/words.ts'
import { readPlansAnew } from './reading.ts'
import { yearPlanWords as w } from './words.ts'

type Over = YearPlanView['over']['first'][number]
type Touching = { one: Over; keeps: boolean }

const Reason = (props: { plan: YearPlanView; touching: Touching; onDone: () => void }) => {
  const pressing = createPressing(readPlansAnew)
  const [ground, setGround] = createSignal(props.plan.grounds[0]?.id ?? '')
  const [reason, setReason] = createSignal('')
  const confirm = async () => {
    const { one, keeps } = props.touching
    const said = { enterprise: one.enterprise, reason: reason().trim() }
    const done = await pressing.send((key) =>
      keeps
        ? yearPlansApi.except(props.plan.id, { ...said, ground: ground() }, key)
        : yearPlansApi.remove(props.plan.id, said, key),
    )
    if (done) props.onDone()
  }
  return (
    <div class="plan-touching">
      <h3>
        {t(fill(props.touching.keeps ? w.exceptOf : w.dropOf, { name: props.touching.one.name }))}
      </h3>
      <Show when={props.touching.keeps}>
        <div class="field">
          <label for="plan-ground">{t(w.ground)}</label>
          <select
            id="plan-ground"
            value={ground()}
            onChange={(event) => setGround(event.currentTarget.value)}
          >
            <For each={props.plan.grounds}>
              {(one) => <option value={one.id}>{t(one.words)}</option>}
            </For>
          </select>
        </div>
      </Show>
      <Reasoned
        id="plan-reason"
        label={w.why}
        reason={reason()}
        onReason={setReason}
        press={w.confirm}
        onPress={() => void confirm()}
        onCancel={() => props.onDone()}
        pressing={pressing}
      />
    </div>
  )
}

const Acts = (props: { one: Over; onTouch: (touching: Touching) => void }) => {
  const named = { name: props.one.name }
  return (
    <td>
      <button
        type="button"
        class="button quiet"
        aria-label={t(fill(w.dropOf, named))}
        onClick={() => props.onTouch({ one: props.one, keeps: false })}
      >
        {t(w.drop)}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={t(fill(w.exceptOf, named))}
        onClick={() => props.onTouch({ one: props.one, keeps: true })}
      >
        {t(w.except)}
      </button>
    </td>
  )
}

const Table = (props: { plan: YearPlanView }) => {
  const [touching, setTouching] = createSignal<Touching | null>(null)
  const heads = () => [
    shelfWords.enterprise,
    w.most,
    w.here,
    w.elsewhere,
    w.held,
    ...(props.plan.may.change ? [w.act] : []),
  ]
  return (
    <>
      <p class="plan-bad">
        <strong>{t(fill(w.capOver, { n: props.plan.over.total }))}</strong>
      </p>
      <PlainTable name={w.caps} heads={heads()}>
        <For each={props.plan.over.first}>
          {(one) => (
            <tr>
              <th scope="row">{one.name}</th>
              <td>{one.most}</td>
              <td>{one.planned}</td>
              <td>{one.elsewhere}</td>
              <td>{one.held}</td>
              <Show when={props.plan.may.change}>
                <Acts one={one} onTouch={setTouching} />
              </Show>
            </tr>
          )}
        </For>
      </PlainTable>
      <Show when={touching()} keyed>
        {(one) => <Reason plan={props.plan} touching={one} onDone={() => setTouching(null)} />}
      </Show>
    </>
  )
}

export const Caps = (props: { plan: YearPlanView }) => (
  <section class="block">
    <h2>{t(w.caps)}</h2>
    <p>{t(props.plan.cap.words)}</p>
    <Show when={props.plan.over.total > props.plan.over.binding}>
      <p class="muted">{t(w.capLoose)}</p>
    </Show>
    <Show when={props.plan.over.total > 0} fallback={<p>{t(w.capFine)}</p>}>
      <Table plan={props.plan} />
    </Show>
  </section>
)
