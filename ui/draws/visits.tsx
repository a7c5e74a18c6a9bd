// Which enterprises were drawn, who goes to each, and who may not go?
import { createSignal, For, Show } from 'solid-js'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { fill } from '../../domain/language/words.ts'
import { drawsApi } from '../client/case/draws.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { createPressing } from '../shelf/pressing.ts'
import { Reasoned } from '../shelf/reasoned.tsx'
import { shelfWords } from '../shelf/words.ts'
import { readDrawsAnew } from './reading.ts'
import { drawWords as w } from './words.ts'

type Visit = DrawView['visits'][number]
type Officer = Visit['officers'][number]

const Recusing = (props: {
  draw: DrawView
  visit: Visit
  officer: Officer
  onDone: () => void
}) => {
  const [reason, setReason] = createSignal('')
  const pressing = createPressing(readDrawsAnew)
  const id = () => `recusal-${props.visit.nth}`
  const recuse = () =>
    pressing.send(async (key) => {
      const { nth } = props.visit
      const { certificate: officer } = props.officer
      await drawsApi.recuse(props.draw.id, { nth, officer, reason: reason() }, key)
      props.onDone()
    })
  return (
    <div class="draw-recusing">
      <Reasoned
        id={id()}
        label={w.reason}
        reason={reason()}
        onReason={setReason}
        press={w.redraw}
        onPress={() => void recuse()}
        onCancel={() => props.onDone()}
        pressing={pressing}
      />
    </div>
  )
}

const Officers = (props: { draw: DrawView; visit: Visit }) => {
  const [recusing, setRecusing] = createSignal<Officer | null>(null)
  return (
    <>
      <For each={props.visit.officers}>
        {(officer) => (
          <span class="draw-officer">
            {officer.holder} {officer.certificate}
            <Show when={props.draw.may.recuse && !props.visit.opened}>
              <button
                type="button"
                class="button quiet"
                aria-label={t(fill(w.recuseOf, { name: officer.holder }))}
                onClick={() => setRecusing(officer)}
              >
                {t(w.recuse)}
              </button>
            </Show>
          </span>
        )}
      </For>
      <Show when={recusing()}>
        {(officer) => (
          <Recusing
            draw={props.draw}
            visit={props.visit}
            officer={officer()}
            onDone={() => setRecusing(null)}
          />
        )}
      </Show>
    </>
  )
}

const Outcome = (props: { visit: Visit }) => (
  <Show
    when={props.visit.case}
    fallback={
      <For
        each={props.visit.refused}
        fallback={<span class="muted">{t(props.visit.opened ? w.refused : w.notYet)}</span>}
      >
        {(reason) => <span class="draw-officer">{t(reason)}</span>}
      </For>
    }
  >
    {(id) => <a href={paths.case(id())}>{t(w.openCase)}</a>}
  </Show>
)

export const Visits = (props: { draw: DrawView }) => (
  <>
    <Show when={props.draw.count > props.draw.shown}>
      <p class="muted">{t(fill(w.shown, { shown: props.draw.shown }))}</p>
    </Show>
    <table class="draw-table">
      <thead>
        <tr>
          <For each={[w.nth, shelfWords.enterprise, w.go, w.case]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.draw.visits}>
          {(visit) => (
            <tr>
              <td>{visit.nth}</td>
              <th scope="row">{visit.object.name}</th>
              <td>
                <Officers draw={props.draw} visit={visit} />
              </td>
              <td>
                <Outcome visit={visit} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </>
)
