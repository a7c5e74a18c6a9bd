// How do the officers of a test hold valid certificates, without two people entering each?
import type { Executor } from '../../db/client.ts'
import { registerEntries } from '../../db/schema/registers/registers.ts'
import { officerCertificate } from '../../domain/registers/officer-certificate/register.ts'
import { instant } from '../../domain/time/instant.ts'

/** Those that the samples name, of two officers of Kecheng. */
export const settleCertificates = async (db: Pick<Executor, 'insert'>): Promise<void> => {
  const held = [
    ['浙执001', '林检查'],
    ['浙执002', '吴检查'],
  ] as const
  await db.insert(registerEntries).values(
    held.map(([number, holder]) => ({
      id: `certificate-${number}`,
      register: officerCertificate.id,
      region: '330802' as const,
      owner: null,
      number,
      version: 1,
      standing: 'valid',
      fromDay: '2020-01-01',
      since: '2020-01-01',
      data: {
        holder,
        office: '柯城区应急管理局',
        scope: 'work-safety',
        validFrom: '2020-01-01',
        validUntil: '2030-12-31',
      },
      name: holder,
      dues: [{ field: 'validUntil', day: '2030-12-31' }],
      listedAt: instant('2020-01-01T00:00:00Z'),
    })),
  )
}
