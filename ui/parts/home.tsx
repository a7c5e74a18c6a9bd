// Where does somebody begin?
import { Navigate } from '@solidjs/router'
import { paths } from '../paths.ts'
import { useMe } from './me.tsx'

/** Enterprises begin with their matters, everybody else with the inbox. */
const Home = () => {
  const me = useMe()
  return <Navigate href={me().enterprise ? paths.matters : paths.inbox()} />
}

export default Home
