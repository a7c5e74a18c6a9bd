// Which notice of a further year is imported in these tests?
import { addDays } from '../../domain/time/days.ts'

export const daysFrom = (first: string, last: string): string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
