// What has happened to all hazards of an area in a quarter or year, and who has signed for it?

import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Enterprises } from './enterprises.tsx'
import { Sheet } from './sheet.tsx'
import { statisticsWords as w } from './words.ts'

const Statistics = () => {
  usePage(() => t(w.title))
  return <Sheet own={false} title={w.title} further={(query) => <Enterprises query={query} />} />
}

export default Statistics
