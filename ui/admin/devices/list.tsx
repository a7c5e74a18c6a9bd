// Which devices are in use, and how is one ended?
import { Show } from 'solid-js'
import type { RegistryDevice } from '../../../domain/duty/views.ts'
import { paths } from '../../paths.ts'
import { t } from '../../words.ts'
import { registryApi } from './client.ts'
import { Ending } from './ending.tsx'
import { registryWords as w } from './words.ts'

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

export const Devices = (props: { onChanged: () => void }) => (
  <Ending
    words={w}
    none={w.noDevices}
    name="registry-devices"
    heads={[w.name, w.id, w.feeds, w.region, w.points]}
    find={(word) => registryApi.devices('', word)}
    cells={cells}
    end={registryApi.end}
    onChanged={props.onChanged}
  />
)
