// What does the page of the calendars ask of the server?
import type { CalendarsView, YearView } from '../../../contract/change/calendars.ts'
import { get } from '../../client/client.ts'

const base = '/api/calendars'

export const calendarQueries = {
  calendars: () => ({ queryKey: ['calendars'], queryFn: () => get<CalendarsView>(base) }),
  year: (year: number, region: string) => ({
    queryKey: ['calendars', 'year', year, region],
    queryFn: () => get<YearView>(`${base}/${year}`, { region }),
  }),
}
