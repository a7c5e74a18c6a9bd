// Under which key are the rules of time kept?
import { askRules } from '../client/law.ts'

export const allRules = () => ({ queryKey: ['rules'], queryFn: askRules, staleTime: 600_000 })
