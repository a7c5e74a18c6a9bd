// What does an enterprise report of its own hazards every quarter and year?

import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Sheet } from './sheet.tsx'
import { statisticsWords as w } from './words.ts'

const OwnStatistics = () => {
  usePage(() => t(w.ownTitle))
  return <Sheet own={true} title={w.ownTitle} />
}

export default OwnStatistics
