// Which lines, devices and points are registered, and who is not? (S16)
import { registryApi } from '../../client/devices/registry.ts'
import { Changes } from './changes.tsx'
import { FeedProposals } from './feed-proposals.tsx'
import { Feeds } from './feeds.tsx'
import { Devices } from './list.tsx'
import { Register } from './register.tsx'
import { Sheets } from './sheets.tsx'
import { Strangers } from './strangers.tsx'
import { registryWords as w } from './words/words.ts'

const Registry = () => (
  <Register words={w} name="registry" read={registryApi.registry}>
    {(view, again) => (
      <>
        <FeedProposals all={view().proposals} onChanged={again} />
        <Feeds feeds={view().feeds} onChanged={again} />
        <Strangers unknown={view().unknown} feeds={view().feeds} onChanged={again} />
        <Sheets
          text={w.sheetText}
          from={registryApi.sheetAddress}
          file="points"
          send={registryApi.sheet}
          counts={({ devices, points }) => [
            [w.devices, devices],
            [w.points, points],
          ]}
          onChanged={again}
        />
        <Devices stamp={view().changes[0]?.id ?? ''} onChanged={again} />
        <Changes changes={view().changes} />
      </>
    )}
  </Register>
)

export default Registry
