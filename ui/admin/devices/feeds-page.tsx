// How does each feed do, who has paused it, and which servers are believed? (S16)
import { Certificates } from './certificates.tsx'
import { Changes } from './changes.tsx'
import { registryApi } from './client.ts'
import { FeedLines } from './feed-lines.tsx'
import { Register } from './register.tsx'
import { feedWords as w } from './words/feed-words.ts'

/** The devices process takes an act over within seconds; it is seen here without asking. */
const againMs = 5_000

const FeedsPage = () => (
  <Register words={w} name="registry-feeds" read={registryApi.feeds} everyMs={againMs}>
    {(view, again) => (
      <>
        <FeedLines feeds={view().feeds} onChanged={again} />
        <Certificates certificates={view().certificates} onChanged={again} />
        <Changes changes={view().changes} />
      </>
    )}
  </Register>
)

export default FeedsPage
