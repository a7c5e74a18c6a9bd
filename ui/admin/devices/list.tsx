// Which devices are in use, and how is one changed or ended?
import { createSignal, lazy, Show } from 'solid-js'
import type { RegistryDevice } from '../../../contract/devices/registry.ts'
import { fill } from '../../../domain/language/words.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { Ending } from './ending.tsx'
import { editWords as e } from './words/edit-words.ts'
import { registryWords as w } from './words/words.ts'

const cells = (one: RegistryDevice) => (
  <>
    <th scope="row">
      <a class="registry-link" href={paths.device(one.id)}>
        {one.name}
      </a>{' '}
      <Show when={one.synthetic}>{<span class="tag hatched">{t(w.exerciseTag)}</span>}</Show>
    </th>
    <td>{one.key}</td>
    <td>{one.feed}</td>
    <td>{one.enterprise ?? t(one.region)}</td>
    <td>{one.points}</td>
  </>
)

const EditDevice = lazy(() => import('./edit.tsx').then((file) => ({ default: file.EditDevice })))

const Edit = (props: { one: RegistryDevice; onDone: () => void }) => {
  const [open, setOpen] = createSignal(false)
  const title = () => t(fill(e.editOf, { name: props.one.name }))
  const done = () => {
    setOpen(false)
    props.onDone()
  }
  return (
    <>
      <button type="button" class="button small" aria-label={title()} onClick={() => setOpen(true)}>
        {t(e.edit)}
      </button>{' '}
      <Dialog open={open()} title={title()} onClose={() => setOpen(false)}>
        <Show when={open()}>
          <EditDevice id={props.one.id} onDone={done} />
        </Show>
      </Dialog>
    </>
  )
}

export const Devices = (props: { stamp: string; onChanged: () => void }) => (
  <Ending
    words={w}
    none={w.noDevices}
    name="registry-devices"
    stamp={props.stamp}
    heads={[w.name, w.id, w.feeds, w.region, w.points]}
    find={(word) => registryApi.devices('', word)}
    cells={cells}
    opens={registryApi.device}
    end={(id, reason, key, open) => registryApi.end(id, { reason, open }, key)}
    beside={(one, again) => <Edit one={one} onDone={again} />}
    onChanged={props.onChanged}
  />
)
