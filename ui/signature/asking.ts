// Under which key is one's own signature kept?
import { askSignature } from '../client/writing.ts'

export const signatureQuery = () => ({
  queryKey: ['signature'],
  queryFn: askSignature,
  staleTime: 60_000,
})
