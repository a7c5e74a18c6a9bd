// Who is on duty, and when is it my turn?
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { MyShifts } from './mine.tsx'
import { OnDutyNow } from './on-duty.tsx'
import { rosterWords as w } from './words.ts'
import './rosters.css'

const Home = () => {
  usePage(() => t(w.title))
  return (
    <div class="page">
      <h1>{t(w.title)}</h1>
      <p class="lead muted">{t(w.lead)}</p>
      <OnDutyNow />
      <MyShifts />
    </div>
  )
}

export default Home
