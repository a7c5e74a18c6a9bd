// Which cameras are in use, and how is one ended?
import type { CameraRow } from '../../../contract/devices/cameras.ts'
import { camerasApi } from '../../client/devices/cameras.ts'
import { videoApi } from '../../client/devices/video.ts'
import { t } from '../../client/words.ts'
import { Ending } from '../devices/ending.tsx'
import { videoWords as w } from './words.ts'

const cells = (one: CameraRow) => (
  <>
    <th scope="row">{one.name}</th>
    <td>{one.id}</td>
    <td>{t(one.region)}</td>
    <td>{one.owner}</td>
  </>
)

export const Cameras = (props: { onChanged: () => void }) => (
  <Ending
    words={w}
    none={w.none}
    name="registry-cameras"
    heads={[w.name, w.number, w.region, w.owner]}
    find={(word) => camerasApi.found('', word)}
    cells={cells}
    end={videoApi.end}
    onChanged={props.onChanged}
  />
)
