// Under which key are calendars kept, as the page asks for them?
import { calendarApi } from '../../client/change.ts'

export const calendarQueries = {
  calendars: () => ({ queryKey: ['calendars'], queryFn: calendarApi.calendars }),
  year: (year: number, region: string) => ({
    queryKey: ['calendars', 'year', year, region],
    queryFn: () => calendarApi.year(year, region),
  }),
}
