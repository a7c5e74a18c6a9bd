// Where does somebody begin?
import { Navigate } from '@solidjs/router'
import { useMe } from './me.tsx'
import { firstPlace } from './places.ts'

const Home = () => {
  const me = useMe()
  return <Navigate href={firstPlace(me())} />
}

export default Home
