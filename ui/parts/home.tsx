// Where does somebody begin?
import { Navigate } from '@solidjs/router'
import { paths } from '../paths.ts'
import { useMe } from './me.tsx'

/** Whose administration waits for a second factor begins where he sets it up; enterprises begin with their matters, everybody else with the inbox. */
const Home = () => {
  const me = useMe()
  if (me().unproven) return <Navigate href={paths.me} />
  return <Navigate href={me().enterprise ? paths.matters : paths.inbox()} />
}

export default Home
