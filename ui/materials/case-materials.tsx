// How does somebody go through the materials of a case beside the list of what was asked for? (S2)

import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import type { Material } from '../../domain/views/materials.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Dialog } from '../screen/dialog.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { useMedia } from '../screen/width.ts'
import { filesOf, materialsQuery, neighbourOf, newest, type OpenFile } from './asking.ts'
import { Checklist } from './checklist.tsx'
import { Compare } from './compare.tsx'
import './materials.css'
import { Viewer } from './viewer.tsx'
import { materialWords as w } from './words.ts'

/** On a phone nothing is opened until somebody asks; on a desktop the first one stands there. */
const useChoice = (all: () => OpenFile[], narrow: () => boolean) => {
  const [id, setId] = createSignal<string | null>(null)
  const open = createMemo(
    () => all().find(({ file }) => file.id === id()) ?? (narrow() ? undefined : all()[0]),
  )
  const step = (by: 1 | -1) => {
    const next = neighbourOf(all(), open()?.file.id ?? null, by)
    if (next) setId(next.file.id)
  }
  const place = () => {
    const walked = all().filter(
      ({ material, version, file }) => version === newest(material) || file.id === open()?.file.id,
    )
    return {
      n: walked.findIndex(({ file }) => file.id === open()?.file.id) + 1,
      all: walked.length,
    }
  }
  return { open, step, place, choose: setId }
}

const Split = (props: { materials: Material[] }) => {
  const narrow = useMedia('(max-width: 800px)')
  const all = createMemo(() => filesOf(props.materials))
  const choice = useChoice(all, narrow)
  const [whole, setWhole] = createSignal(false)
  const [compared, setCompared] = createSignal<string | null>(null)
  const material = () => props.materials.find(({ key }) => key === compared())
  const choose = ({ file }: OpenFile) => {
    setCompared(null)
    choice.choose(file.id)
    if (narrow()) setWhole(true)
  }
  const compare = ({ key }: Material) => {
    setCompared(key)
    if (narrow()) setWhole(true)
  }
  const close = () => {
    setWhole(false)
    if (narrow()) setCompared(null)
  }
  const Pane = (part: { inDialog: boolean }) => (
    <Switch fallback={<p class="stage-note">{t(w.choose)}</p>}>
      <Match when={material()}>
        {(one) => (
          <Compare material={one()} onBack={() => (narrow() ? close() : setCompared(null))} />
        )}
      </Match>
      <Match when={choice.open()}>
        {(one) => (
          <Viewer
            showMoment={one()}
            place={choice.place()}
            onStep={choice.step}
            onWhole={part.inDialog ? undefined : () => setWhole(true)}
          />
        )}
      </Match>
    </Switch>
  )
  return (
    <div class="materials-split">
      <Checklist
        materials={props.materials}
        chosen={choice.open()?.file.id ?? null}
        onChoose={choose}
        onCompare={compare}
      />
      <Show when={!narrow()}>
        <div class="materials-pane">
          <Show when={!whole()}>
            <Pane inDialog={false} />
            <p class="hint print-hidden">{t(w.keys)}</p>
          </Show>
        </div>
      </Show>
      <Dialog open={whole()} title={t(w.viewer)} onClose={close} class="whole">
        <Show when={whole()}>
          <Pane inDialog />
        </Show>
      </Dialog>
    </div>
  )
}

/** `quiet`: stands away altogether while there is nothing to see. */
const CaseMaterials = (props: { id: string; quiet?: boolean }) => {
  const materials = useQuery(() => materialsQuery(props.id))
  const items = () => (materials.isSuccess ? materials.data.items : [])
  const some = () => items().some(({ versions }) => versions.length > 0)
  return (
    <Show when={!props.quiet || some()}>
      <section class="block materials" aria-labelledby="materials-title">
        <h2 id="materials-title">{t(w.title)}</h2>
        <Switch fallback={<Skeleton rows={6} />}>
          <Match when={materials.isError && !materials.data}>
            <Failure
              error={materials.error}
              what={w.title}
              onRetry={() => void materials.refetch()}
            />
          </Match>
          <Match when={materials.isSuccess && items().length === 0}>
            <Empty summary={w.none} />
          </Match>
          <Match when={materials.isSuccess}>
            <Split materials={items()} />
          </Match>
        </Switch>
      </section>
    </Show>
  )
}

export default CaseMaterials
