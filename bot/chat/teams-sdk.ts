/** What goes out to Teams, and the turn in which an activity is worked, in Microsoft's SDK. */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity as SdkActivity,
  type TurnContext,
} from 'botbuilder'
import { CARD_TYPE } from './cards/card.ts'
import { connectorHttp } from './connector-http.ts'
import type { Chat, Conversation, Message, PersonId, Teams } from './ports.ts'

/** Who the app is to Teams; in the local workplace it has no token, and needs none. */
export type SdkIdentity = { local: true; appId: string } | { local: false; appId: string; token: () => Promise<string> }

export async function reply(context: TurnContext, message: Message): Promise<string | null> {
  const sent = await context.sendActivity(activityOf(message))
  return sent?.id || null
}

const activityOf = (message: Message): Partial<SdkActivity> =>
  'card' in message
    ? { type: 'message', summary: message.summary, attachments: [{ contentType: CARD_TYPE, content: message.card }] }
    : { type: 'message', text: message.text, textFormat: 'plain', summary: message.text }

export class TeamsSdk extends CloudAdapter implements Teams {
  readonly #appId: string

  constructor(identity: SdkIdentity, mayReach: (url: string) => boolean) {
    super(
      new ConfigurationBotFrameworkAuthentication({}, credentialsOf(identity), undefined, undefined, {
        httpClient: connectorHttp(mayReach),
      }),
    )
    this.#appId = identity.appId
  }

  /** Works one activity whose sender has been checked. */
  async turn(activity: SdkActivity, logic: (context: TurnContext) => Promise<void>) {
    const claimsIdentity = this.createClaimsIdentity(this.#appId)
    const checked = {
      claimsIdentity,
      audience: '', // of the SDK's own tokens, which are not used
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    }
    const answer = await this.processActivity(checked, activity, logic)
    return { status: answer?.status ?? 200, body: answer?.body as unknown }
  }

  async post({ serviceUrl, conversationId }: Chat, message: Message): Promise<string> {
    const { conversations } = await this.#connector(serviceUrl)
    return (await conversations.sendToConversation(conversationId, activityOf(message))).id
  }

  async update({ serviceUrl, conversationId, activityId }: Chat & { activityId: string }, message: Message) {
    const { conversations } = await this.#connector(serviceUrl)
    await conversations.updateActivity(conversationId, activityId, { ...activityOf(message), id: activityId })
  }

  async remove({ serviceUrl, conversationId, activityId }: Chat & { activityId: string }) {
    const { conversations } = await this.#connector(serviceUrl)
    await conversations.deleteActivity(conversationId, activityId)
  }

  async open({ tenantId, objectId }: PersonId, serviceUrl: string): Promise<Conversation> {
    const { conversations } = await this.#connector(serviceUrl)
    const botId = `28:${this.#appId}`
    // Exactly one member, and the tenant twice: without either Teams cannot tell whom is meant (B11).
    const { id } = await conversations.createConversation({
      isGroup: false,
      bot: { id: botId, name: '' },
      members: [{ id: objectId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    })
    return { tenantId, objectId, serviceUrl, conversationId: id, botId, userId: objectId }
  }

  #connector(serviceUrl: string) {
    const identity = this.createClaimsIdentity(this.#appId)
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl, '')
  }
}

type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>

/** The app's own token source, the one that Graph has too, in place of the SDK's. */
function credentialsOf(identity: SdkIdentity): CredentialsFactory {
  return {
    isValidAppId: async (appId) => !identity.local && appId === identity.appId,
    isAuthenticationDisabled: async () => identity.local,
    createCredentials: async () => ({
      signRequest: async (request) => {
        if (!identity.local) request.headers.set('authorization', `Bearer ${await identity.token()}`)
        return request
      },
    }),
  }
}
