// Where does somebody begin?
import { Navigate } from '@solidjs/router'
import { firstPlace } from '../places/places.ts'
import { useMe } from '../screen/me.ts'

const Home = () => {
  const me = useMe()
  return <Navigate href={firstPlace(me())} />
}

export default Home
