/** The strict request forms of subscriptions, after Microsoft's metadata. */
import { z } from 'zod'
import { graphObject } from './event-forms.ts'

const httpsUrl = z.string().regex(/^https:\/\//)

export const subscriptionCreate = graphObject({
  changeType: z.string().regex(/^(created|updated|deleted)(,(created|updated|deleted))*$/),
  notificationUrl: httpsUrl,
  lifecycleNotificationUrl: httpsUrl.optional(),
  resource: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).optional(),
  includeResourceData: z.boolean().nullish(),
  encryptionCertificate: z.string().nullish(),
  encryptionCertificateId: z.string().nullish(),
  latestSupportedTlsVersion: z.enum(['v1_0', 'v1_1', 'v1_2', 'v1_3']).optional(),
  notificationUrlAppId: z.string().nullish(),
  notificationQueryOptions: z.string().nullish(),
})

export const subscriptionUpdate = graphObject({
  expirationDateTime: z.iso.datetime({ offset: true }).optional(),
  notificationUrl: httpsUrl.optional(),
}).refine((change) => Object.keys(change).length > 0, 'at least one property')
